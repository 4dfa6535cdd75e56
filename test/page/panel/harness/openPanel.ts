import type { Page } from 'playwright-core';
import type { PanelMessage, PanelRequest } from '../../../../server/src/protocol/panel.ts';
import { browser, closeBrowser } from '../../../harness/browser.ts';
import { servePanel } from './servePanel.ts';
import type { ThemeName } from './themes.ts';

/** One menu that was asked for, and where. */
export interface AskedMenu {
  readonly context?: Record<string, unknown>;
  readonly x: number;
  readonly y: number;
}

/** The panel in a real browser. */
export interface OpenPanel {
  readonly page: Page;
  /** What the browser complained of: refused styles and scripts, errors, warnings. */
  readonly complaints: readonly string[];
  /** Sends a message as the extension does, and waits until it is drawn. */
  send(message: PanelMessage): Promise<void>;
  posted(): Promise<PanelRequest[]>;
  menus(): Promise<AskedMenu[]>;
}

/** What a suite shares: one server and one browser. */
export interface PanelHarness {
  open(options?: { theme?: ThemeName; width?: number; height?: number; still?: boolean }): Promise<OpenPanel>;
  close(): Promise<void>;
}

export async function startHarness(): Promise<PanelHarness> {
  const server = await servePanel();
  return {
    open: (options = {}) => openPanel(server.url, options),
    close: async () => {
      await closeBrowser();
      await server.close();
    },
  };
}

async function openPanel(
  url: string,
  { theme = 'dark', width = 300, height = 700, still = false }: Parameters<PanelHarness['open']>[0] & {},
): Promise<OpenPanel> {
  const page = await (await browser()).newPage({
    viewport: { width, height },
    reducedMotion: still ? 'reduce' : 'no-preference',
  });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`${url}/?theme=${theme}`);
  return {
    page,
    complaints,
    send: (message) => page.evaluate(sendAndDraw, message),
    posted: () => page.evaluate(() => (window as unknown as FakeWindow).vscode.posted),
    menus: () => page.evaluate(() => (window as unknown as FakeWindow).vscode.menus),
  };
}

interface FakeWindow {
  readonly vscode: { readonly posted: PanelRequest[]; readonly menus: AskedMenu[] };
}

/** Runs in the page: two frames after the message was handled, everything it asked for is drawn. */
async function sendAndDraw(message: unknown): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const handled = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
  postMessage(message);
  await handled;
  await frame();
  await frame();
}
