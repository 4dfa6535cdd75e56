import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from './findBrowser.ts';

/** As root in a container, without a graphics card, and asking nobody for anything. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let running: Promise<Browser> | undefined;

/** The one browser of this process, started when it is first asked for. */
export function browser(): Promise<Browser> {
  running ??= findBrowser().then((choice) => chromium.launch({ ...choice, args: flags }));
  return running;
}

/** Ends the browser, if it runs. It ends with the process anyhow, but keeps a process from ending by itself. */
export async function closeBrowser(): Promise<void> {
  const closing = running;
  running = undefined;
  await (await closing)?.close();
}
