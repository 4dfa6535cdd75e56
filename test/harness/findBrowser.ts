import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runProcess } from '../../scripts/lib/runProcess.ts';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** How Playwright is told which browser to start. */
export type BrowserChoice = { readonly executablePath: string } | { readonly channel: 'chrome' };

/**
 * The Chromium or Chrome of this machine: $CHROME_PATH, or what is on the path. Where there is none, it is
 * installed on Debian for root; else this throws a sentence that says how to.
 */
export async function findBrowser(say: (line: string) => void = console.error): Promise<BrowserChoice> {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME_PATH is ${named}, and there is nothing there.`);
    return { executablePath: named };
  }
  // There, Chrome has one place, which Playwright knows.
  if (process.platform === 'win32' || process.platform === 'darwin') return { channel: 'chrome' };
  return { executablePath: onPath(names) ?? (await installChromium(say)) };
}

async function installChromium(say: (line: string) => void): Promise<string> {
  const install = 'apt-get update && apt-get install -y --no-install-recommends chromium';
  const missing = `No Chromium or Chrome was found. Set CHROME_PATH, or install one: ${install}`;
  if (!onPath(['apt-get']) || process.getuid?.() !== 0) throw new Error(missing);
  say(`Installing Chromium (${install}) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await runProcess('sh', ['-c', install], { env });
  const installed = onPath(names);
  if (code !== 0 || !installed)
    throw new Error(`${missing}\nThat was tried and failed (exit ${code}):\n${output}`);
  return installed;
}

function onPath(candidates: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return candidates.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
