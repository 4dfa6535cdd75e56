/** Where ring 3 runs: in desktop VS Code, or in the server build that comes from npm. */
export type TestEditor = 'desktop' | 'server';

/** Where desktop VS Code is downloaded from. */
const updateHost = 'https://update.code.visualstudio.com/api/releases/stable';

/**
 * Desktop VS Code where it can be downloaded and shown, else the server build.
 * PRODUCTION_BLOCKERS_TEST_EDITOR (`desktop` or `server`) decides instead.
 */
export async function chooseEditor(): Promise<TestEditor> {
  const wish = process.env.PRODUCTION_BLOCKERS_TEST_EDITOR;
  if (wish === 'desktop' || wish === 'server') return wish;
  if (wish) throw new Error(`PRODUCTION_BLOCKERS_TEST_EDITOR is "${wish}"; it can be desktop or server.`);
  return hasScreen() && (await isReachable(updateHost)) ? 'desktop' : 'server';
}

function hasScreen(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

async function isReachable(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(5_000) })).ok;
  } catch {
    return false;
  }
}
