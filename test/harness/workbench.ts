import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { type EditorServer, startEditorServer } from '../../scripts/editor/editorServer.ts';
import type { Settings } from '../../scripts/editor/settings.ts';
import { poll } from '../../scripts/lib/poll.ts';
import { fromRoot } from '../../scripts/paths.ts';
import { browser } from './browser.ts';
import { copyWorkspace, type WorkspaceCopy, type WorkspaceTemplate } from './copyWorkspace.ts';
import { PageErrors } from './pageErrors.ts';
import { installedExtensions } from './vsix.ts';
import { type WebviewFrame, webviewFrame } from './webviewFrame.ts';

/** What a workbench is opened with. */
export interface WorkbenchOptions {
  /** What the editor opens a fresh copy of. */
  readonly workspace: WorkspaceTemplate;
  /** Trusted unless `false`. */
  readonly trusted?: boolean;
  /** User settings from the start. */
  readonly settings?: Settings;
  /** The window's size in pixels; 1280 × 800 unless given. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Colour themes that every VS Code has, by the name it shows, with the class that the page gets. */
const themes = {
  'Light Modern': 'vs',
  'Dark Modern': 'vs-dark',
  'Dark High Contrast': 'hc-black',
  'Light High Contrast': 'hc-light',
} as const;

/** A colour theme, as VS Code names it. */
export type Theme = keyof typeof themes;

/** Starts an editor with the package installed, opens its page in a browser, and waits until it is ready. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const workspace = copyWorkspace(options.workspace);
  const server = await startEditorServer({
    extensions: await installedExtensions(),
    trusted: options.trusted ?? true,
    settings: options.settings ?? {},
    driver: true,
  });
  const viewport = options.size ?? { width: 1280, height: 800 };
  const context = await (await browser()).newContext({ viewport, reducedMotion: 'reduce' });
  const workbench = new Workbench(await context.newPage(), { context, server, workspace });
  try {
    await workbench.load();
    return workbench;
  } catch (error) {
    await workbench.screenshot('failed-to-open').catch(() => undefined);
    await workbench.close();
    throw new Error(`The editor's page did not become ready. The server:\n${server.output()}`, {
      cause: error,
    });
  }
}

/** VS Code in a browser: what a person sees and does in it. */
export class Workbench {
  /** For everything that has no method here. */
  readonly page: Page;
  /** What went wrong in the page so far. */
  readonly errors: PageErrors;
  readonly #parts: { context: BrowserContext; server: EditorServer; workspace: WorkspaceCopy };

  constructor(
    page: Page,
    parts: { context: BrowserContext; server: EditorServer; workspace: WorkspaceCopy },
  ) {
    this.page = page;
    this.errors = new PageErrors(page);
    this.#parts = parts;
  }

  /** The copy of the workspace, absolute. */
  get folder(): string {
    return this.#parts.workspace.folder;
  }

  /** Loads the page, or loads it anew, and waits until the editor has restored itself. */
  async load(): Promise<void> {
    await this.page.goto(this.#parts.server.address(this.#parts.workspace.target));
    await this.page.waitForFunction('window.driver !== undefined', undefined, { timeout: 60_000 });
    await this.page.evaluate('window.driver.whenWorkbenchRestored()');
  }

  /** Runs a command by its whole title in the palette (`View: Show Explorer`), as soon as it is offered. */
  async runCommand(title: string): Promise<void> {
    const { page } = this;
    const box = page.locator('.quick-input-widget');
    const entry = box.getByRole('option').filter({ has: page.getByText(title, { exact: true }) });
    await poll(
      async () => {
        await page.keyboard.press('Escape');
        await page.keyboard.press('F1');
        await box.locator('input').fill(`>${title}`, { timeout: 5_000 });
        return await appears(entry, 1_000);
      },
      { what: `the command "${title}" in the palette`, timeout: 30_000 },
    );
    await entry.first().click();
  }

  /** Opens a file of the workspace by its path, with forward slashes, and waits until its text is there. */
  async openFile(path: string): Promise<void> {
    const { page } = this;
    await page.keyboard.press('Control+P');
    const box = page.locator('.quick-input-widget');
    await box.locator('input').fill(path);
    const name = path.slice(path.lastIndexOf('/') + 1);
    await box.getByRole('option').filter({ hasText: name }).first().click();
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await page.locator('.editor-instance .view-lines').first().waitFor();
  }

  /** The lines of the active editor that are in sight, from top to bottom. */
  async visibleText(): Promise<string> {
    const lines = await this.page.locator('.editor-group-container.active .view-line').evaluateAll((all) =>
      all
        .map((line) => ({
          top: Number.parseInt((line as HTMLElement).style.top, 10),
          text: line.textContent,
        }))
        .sort((a, b) => a.top - b.top)
        .map(({ text }) => text.replaceAll('\u00a0', ' ')),
    );
    return lines.join('\n');
  }

  /** The text of a file of the workspace as it is on the disk. */
  fileText(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** The inside of one of the extension's webviews, as soon as it is loaded. */
  webview(where: 'side bar' | 'editor'): Promise<WebviewFrame> {
    return webviewFrame(this.page, where);
  }

  /**
   * Changes user settings, leaves the others as they are, and loads the page anew: the server build does not
   * notice a change of the file by itself.
   */
  async changeSettings(settings: Settings): Promise<void> {
    const { settingsFile } = this.#parts.server;
    const before = JSON.parse(readFileSync(settingsFile, 'utf8'));
    writeFileSync(settingsFile, JSON.stringify({ ...before, ...settings }, undefined, 2));
    await this.load();
  }

  /** Switches the colour theme, as a person would, and waits until the page shows it. */
  async switchTheme(theme: Theme): Promise<void> {
    await this.runCommand('Preferences: Color Theme');
    const box = this.page.locator('.quick-input-widget');
    await box.getByPlaceholder('Select Color Theme').fill(theme);
    await box.getByRole('option', { name: new RegExp(`^${theme}(,|$)`) }).click();
    await this.page.locator(`.monaco-workbench.${themes[theme]}`).waitFor();
    await box.waitFor({ state: 'hidden' });
  }

  /** Puts a picture of the page into .cache/screenshots. Returns its path. */
  async screenshot(name: string): Promise<string> {
    const path = fromRoot('.cache', 'screenshots', `${name}.png`);
    mkdirSync(join(path, '..'), { recursive: true });
    await this.page.screenshot({ path });
    return path;
  }

  /** Ends page and editor and removes the workspace's copy. */
  async close(): Promise<void> {
    await this.#parts.context.close();
    await this.#parts.server.stop();
    this.#parts.workspace.remove();
  }
}

async function appears(what: Locator, timeout: number): Promise<boolean> {
  return what
    .first()
    .waitFor({ timeout })
    .then(
      () => true,
      () => false,
    );
}
