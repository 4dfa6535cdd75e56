/**
 * Adds to package-lock.json the optional packages for other platforms that the registry at hand could not give:
 * a mirror that holds only one platform's packages makes a lockfile with which `npm ci` refuses to work.
 * `node scripts/completeLockfile.mjs` after each change of dependencies made with such a mirror; with
 * `--check` it only says whether something is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const path = join(dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json');
const lockfile = JSON.parse(readFileSync(path, 'utf8'));

const missing = Object.entries(lockfile.packages).flatMap(([place, { optionalDependencies, dev }]) =>
  Object.entries(optionalDependencies ?? {})
    .filter(([name]) => !isLocked(place, name))
    .map(([name, range]) => [`node_modules/${name}`, entry(name, range, dev)]),
);

if (missing.length === 0) {
  console.log('package-lock.json is complete.');
} else if (process.argv.includes('--check')) {
  console.error(`package-lock.json lacks ${missing.map(([place]) => place).join(', ')}.`);
  process.exitCode = 1;
} else {
  const [root, ...others] = Object.entries(lockfile.packages);
  const packages = [...others, ...missing].sort(([a], [b]) => a.localeCompare(b, 'en'));
  lockfile.packages = Object.fromEntries([root, ...packages]);
  writeFileSync(path, `${JSON.stringify(lockfile, undefined, 2)}\n`);
  console.log(`Added ${missing.length} packages of other platforms to package-lock.json.`);
}

/** As Node finds packages: in the package's own node_modules or in one further out. */
function isLocked(place, name) {
  for (let folder = place; ; folder = folder.slice(0, Math.max(folder.lastIndexOf('/node_modules/'), 0))) {
    if (lockfile.packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
  }
}

/** Without `integrity`, which only the registry knows. Platform and processor stand in the name. */
function entry(name, range, dev) {
  const version = /^[~^]?(\d+\.\d+\.\d+\S*)$/.exec(range)?.[1];
  if (!version) throw new Error(`${name} has the range ${range}, from which no version can be told.`);
  const os = [
    'android',
    'darwin',
    'freebsd',
    'linux',
    'netbsd',
    'openbsd',
    'openharmony',
    'sunos',
    'win32',
    'aix',
  ];
  const cpu = ['arm64', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'arm', 'wasm32'];
  const has = (words) => words.find((word) => new RegExp(`\\b${word}\\b`).test(name));
  const [itsOs, itsCpu, libc] = [has(os), has(cpu), /gnu|musl/.exec(name)?.[0]];
  return {
    version,
    ...(itsCpu ? { cpu: [itsCpu] } : {}),
    ...(dev ? { dev: true } : {}),
    ...(itsOs === 'linux' && libc ? { libc: [libc === 'gnu' ? 'glibc' : libc] } : {}),
    optional: true,
    ...(itsOs ? { os: [itsOs] } : {}),
  };
}
