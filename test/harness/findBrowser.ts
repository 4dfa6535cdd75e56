import { existsSync } from 'node:fs';
import { findProgram } from './findProgram.ts';

/** How Playwright is told which browser to start. */
export type BrowserChoice = { readonly executablePath: string } | { readonly channel: 'chrome' };

/**
 * The Chromium or Chrome of this machine: $CHROME_PATH, or what is on the path. Where there is none, it is
 * installed on Debian for root; else this throws a sentence that says how to.
 */
export async function findBrowser(say?: (line: string) => void): Promise<BrowserChoice> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, and there is nothing there.`);
    return { executablePath: named };
  }
  // There, Chrome has one place, which Playwright knows.
  if (process.platform === 'win32' || process.platform === 'darwin') return { channel: 'chrome' };
  const chromium = {
    title: 'Chromium or Chrome',
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
    debianPackage: 'chromium',
    or: 'Set CHROME_PATH, or',
  };
  return { executablePath: await findProgram(chromium, say) };
}
