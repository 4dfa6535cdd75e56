import type { Frame, Page } from 'playwright-core';
import { poll } from '../../scripts/lib/poll.ts';
import { extensionId } from '../vscode/extensionId.ts';

/** The inside of a webview: the frame that holds the extension's own page. */
export type WebviewFrame = Frame;

/**
 * Waits for a webview of the extension and for its page. A webview is a frame in a frame: the outer one's
 * address tells whose it is, the inner one, `fake.html`, holds the extension's page.
 */
export function webviewFrame(page: Page, where: 'side bar' | 'editor'): Promise<WebviewFrame> {
  return poll(
    async () => {
      for (const outer of page.frames().filter((frame) => isOurs(frame, where))) {
        for (const inner of outer.childFrames().filter((frame) => frame.url().includes('fake.html'))) {
          if (await isLoaded(inner)) return inner;
        }
      }
      return undefined;
    },
    {
      timeout: 30_000,
      what: () =>
        `a webview in the ${where}. Frames:\n${page
          .frames()
          .map((frame) => frame.url())
          .join('\n')}`,
    },
  );
}

function isOurs(frame: Frame, where: 'side bar' | 'editor'): boolean {
  if (!frame.url().includes('/webview/browser/pre/index.html')) return false;
  const parameters = new URL(frame.url()).searchParams;
  const place = parameters.get('purpose') === 'webviewView' ? 'side bar' : 'editor';
  return parameters.get('extensionId') === extensionId && place === where;
}

/** While a webview loads there is a pending frame, which later becomes the active one. */
async function isLoaded(frame: Frame): Promise<boolean> {
  try {
    const element = await frame.frameElement();
    if ((await element.getAttribute('id')) !== 'active-frame') return false;
    return await frame.evaluate(
      () => document.readyState === 'complete' && document.body.childElementCount > 0,
    );
  } catch {
    return false; // It was replaced meanwhile.
  }
}
