import { readFileSync } from 'node:fs';

/** Whether a process is still at work: one that has ended and waits for its parent to notice is not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  if (process.platform !== 'linux') return true;
  try {
    // The state follows the program's name, which stands in parentheses and may hold some itself.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return !/[ZX]/.test(text.charAt(text.lastIndexOf(')') + 2));
  } catch {
    return false;
  }
}
