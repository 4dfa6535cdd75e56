/**
 * What `npm start`, `npm test` and the other npm scripts call: works on a clean checkout with Node 20 or later
 * and nothing installed. Installs the packages when they are not those of the lockfile, then hands
 * over to scripts/tasks/<name>.ts, which runs on the Node that the packages bring.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const windows = process.platform === 'win32';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tasks = join(root, 'scripts', 'tasks');
/** Where npm notes what it has installed, when it has finished. */
const installed = join(root, 'node_modules', '.package-lock.json');
const ownNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/** How long a task may take to end itself after a signal, and its left-over children after it; in milliseconds. */
const patience = { task: 10_000, children: 3_000 };

const [task, ...rest] = process.argv.slice(2);
checkTask();
install();
handOver();

function checkTask() {
  const known = readdirSync(tasks).flatMap((name) => (name.endsWith('.ts') ? [name.slice(0, -3)] : []));
  if (known.includes(task)) return;
  console.error(`${task ? `There is no task "${task}"` : 'Which task?'} Known tasks: ${known.join(', ')}`);
  process.exit(2);
}

function install() {
  if (isInstalled()) return;
  console.error('Installing packages (npm ci) …');
  // The answer goes to stderr, so that stdout belongs to the task. NODE_ENV=production would leave out the tools.
  const result = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: windows,
  });
  if (result.status !== 0) {
    console.error(`The packages could not be installed: ${result.error?.message ?? 'npm says why above'}`);
    process.exit(result.status || 1);
  }
}

/** Whether what npm last installed, however it was called, is what the lockfile wants on every platform. */
function isInstalled() {
  if (!existsSync(installed)) return false;
  const [wanted, present] = [join(root, 'package-lock.json'), installed].map(
    (file) => JSON.parse(readFileSync(file, 'utf8')).packages,
  );
  return Object.entries(wanted).every(
    ([place, { version, optional }]) => place === '' || optional || present[place]?.version === version,
  );
}

/** The Node that the packages bring; the one at hand where they could not bring it and it is new enough. */
function chooseNode() {
  if (existsSync(ownNode)) return ownNode;
  if (Number.parseInt(process.versions.node, 10) >= 24) return process.execPath;
  console.error('The package "node" did not bring its Node 24 (were install scripts switched off?).');
  console.error('Either let it run its script (npm rebuild node) or start this with Node 24 or later.');
  process.exit(1);
}

/**
 * Runs the task in a process group of its own, passes signals on to the whole group, and when the task has
 * ended ends whatever is left of the group, so that nothing stays behind.
 */
function handOver() {
  const node = chooseNode();
  const path = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(node, [join(tasks, `${task}.ts`), ...rest], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: path },
    detached: !windows,
  });
  const tellAll = (signal) => {
    try {
      return windows ? child.kill(signal) : process.kill(-child.pid, signal);
    } catch {
      return false; // All have ended already.
    }
  };
  let told = false;
  const end = (signal) => {
    tellAll(told ? 'SIGKILL' : signal);
    told = true;
    setTimeout(() => tellAll('SIGKILL'), patience.task).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(signal));
  whenNpmIsGone(() => end('SIGTERM'));
  child.on('error', (error) => {
    console.error(`The task could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    const exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
    if (!tellAll('SIGTERM')) process.exit(exitCode);
    const killAt = Date.now() + patience.children;
    setInterval(() => {
      if (tellAll(0) && Date.now() < killAt) return;
      tellAll('SIGKILL');
      process.exit(exitCode);
    }, 20);
  });
}

/** A signal to npm ends npm and the shell between it and this process, and does not come through to here. */
function whenNpmIsGone(act) {
  if (windows || !process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    act();
  }, 250).unref();
}
