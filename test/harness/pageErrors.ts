import type { ConsoleMessage, Page } from 'playwright-core';

/**
 * Collects what must not happen in the page: uncaught errors anywhere, and console errors (among them refused
 * scripts and styles) that come from a webview or speak of the extension. VS Code's own console errors are many
 * and harmless: parts of it that are not built, and services that are not there.
 */
export class PageErrors {
  #found: string[] = [];

  constructor(page: Page) {
    page.on('pageerror', (error) => this.#found.push(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' && isOurs(message)) this.#found.push(message.text());
    });
  }

  /** What was found since the last call. */
  take(): readonly string[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  /** Throws when something was found since the last call. Meant for an `afterEach`. */
  expectNone(): void {
    const found = this.take();
    if (found.length > 0) throw new Error(`Errors in the page:\n${found.join('\n')}`);
  }
}

function isOurs(message: ConsoleMessage): boolean {
  return message.location().url.includes('/webview/') || /production-?blockers/i.test(message.text());
}
