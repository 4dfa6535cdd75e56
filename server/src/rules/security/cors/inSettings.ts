import { isManifestForDevelopment } from '../../../analysis/docker/manifests.ts';
import type { Entry } from '../../../languages/entry.ts';
import type { FileContext } from '../../rule.ts';
import { speaksOfFiles } from './publicResources.ts';

/** Origins that a file of settings lets in, at one place. */
export interface SettingsCors {
  /** The origins as the file lists them: at least one. */
  readonly origins: readonly Entry[];
  /** Browsers send cookies along. */
  readonly credentials: boolean;
  /** Nothing is listed: this switches CORS on, and all origins are in by default. */
  readonly byDefault?: boolean;
  /** A variable that the program reads, and may judge. */
  readonly isVariable?: boolean;
}

const header = /(?:^|\.)access-control-allow-origin$/i;
const originKey =
  /^(?:(?:access-?control-?)?allow(?:ed)?[-_]?)?origins?(?:[-_]?list|[-_]?patterns?|[-_]?regex|[-_]?string[-_]?match)?$|[./]cors-allow-origin$/i;
const variable =
  /^(?:\w{1,40}_)?(?:CORS_\w{0,20}ORIGINS?|ALLOWED_ORIGINS?|CORS_ALLOW(?:ED)?|CORS_WHITELIST)$/;
const writes = /^(?:put|post|delete|patch|\*|any)$/i;

/** Whether a file of settings describes what runs for others. */
export const isDeployed = ({ path, fileClass }: FileContext): boolean =>
  (fileClass === 'production' || fileClass === 'config') &&
  !isManifestForDevelopment(path) &&
  !/(?:^|\/)(?:package|local\.settings|tsconfig[\w.]{0,40}|manifest|composer)\.json$|(?:^|\/)(?:locales?|i18n|lang|data)\//i.test(
    path,
  );

/** Every place in a file of settings that says which origins may call. `path` names the file. */
export function corsIn(entries: readonly Entry[], path: string): readonly SettingsCors[] {
  const places = new Map<string, Entry[]>();
  const found: SettingsCors[] = [];
  entries.forEach((entry, index) => {
    const owner = ownerOf(entry, path);
    if (owner !== undefined) {
      const known = places.get(owner);
      if (known) known.push(entry);
      else places.set(owner, [entry]);
    } else if (isSwitch(entry, entries)) {
      const credentials = false;
      found.push({ origins: [entry], credentials, byDefault: true });
    } else {
      const named = headerBeside(entry, entries[index - 1], entries[index + 1]);
      if (named) found.push(...headerPlace(named, entry, entries));
    }
    const set = variableIn(entry, entries[index - 1]);
    if (set) found.push({ origins: [set], credentials: false, isVariable: true });
  });
  // A file with more lists than that is data.
  for (const origins of [...places.values()].slice(0, 200)) {
    const [first] = origins;
    if (first && (header.test(first.key) || !isForReading(first, entries)))
      found.push(...place(origins, entries));
  }
  return found;
}

const place = (origins: readonly Entry[], entries: readonly Entry[]): SettingsCors[] => {
  const [first] = origins;
  if (!first || isForFiles(first, entries)) return [];
  return [{ origins, credentials: allowsCredentials(first, entries) }];
};

/** Whether an origin of a place lets everybody in: `*`, quoted once more where a template wants that, or `.*`. */
export const isOpen = (value: string): boolean =>
  /^\s{0,4}(?:['"]?(?:\*|https?:\/\/\*)['"]?|\^?\.\*\$?)\s{0,4}$/.test(value);

/** What keeps together the origins of one list; undefined for an entry that is no origin. */
function ownerOf({ path, key }: Entry, file: string): string | undefined {
  if (header.test(key)) return isDocument(file) ? undefined : path.slice(0, -1).join('\0');
  const at = path.findIndex((each) => originKey.test(each));
  if (at < 0) return undefined;
  const speaks =
    path.slice(0, at + 1).some((each) => /cors|access-?control-?allow/i.test(each)) ||
    isBucketRule(path[at] ?? '', at, file);
  return speaks ? path.slice(0, at + 1).join('\0') : undefined;
}

/** The rules of a bucket are a file of their own, in which nothing speaks of CORS but its name. */
const isBucketRule = (key: string, depth: number, file: string): boolean =>
  depth <= 2 && /^(?:origin|allowedorigins)$/i.test(key) && /(?:^|[/._-])cors[\w.-]{0,20}\.json$/i.test(file);

/** Recorded answers are JSON as well: a header in it counts only where the file's name says that it configures. */
const isDocument = (file: string): boolean =>
  /\.json[c5]?$/i.test(file) &&
  !/(?:^|\/)(?:vercel|now|firebase|serverless|staticwebapp\.config|template)[\w.-]{0,20}\.json$/i.test(file);

/** `cors: true` below an event of the Serverless framework, `Cors: "'*'"` of SAM, `enable-cors` of an ingress. */
function isSwitch({ path, key, value }: Entry, entries: readonly Entry[]): boolean {
  if (/[./]enable-cors$/.test(key) && value === 'true')
    return !entries.some((each) => /[./]cors-allow-origin$/.test(each.key));
  if (!/^cors$/i.test(path.at(-1) ?? '')) return false;
  if (isOpen(value)) return path[0] !== 'dependencies' && path.length > 1;
  const event = path.at(-2) ?? '';
  return (
    value === 'true' && /^(?:http|httpApi)$/.test(event) && /^(?:functions|provider)$/.test(path[0] ?? '')
  );
}

/** `key: Access-Control-Allow-Origin` with its `value`, in the order in which they stand. */
function headerBeside(entry: Entry, before: Entry | undefined, after: Entry | undefined): Entry | undefined {
  if (!/^(?:key|name)$/.test(entry.key) || !header.test(entry.value)) return undefined;
  const parent = entry.path.slice(0, -1).join('\0');
  return [after, before].find(
    (each) => each?.key === 'value' && each.path.slice(0, -1).join('\0') === parent,
  );
}

/** Only headers of an interface are judged, or such as come with credentials: a site's pages are for all. */
function headerPlace(value: Entry, name: Entry, entries: readonly Entry[]): SettingsCors[] {
  const owner = name.path.slice(0, -2);
  const within = entries.filter(({ path }) => owner.every((each, index) => path[index] === each));
  const credentials = within.some(
    (each, index) =>
      /^access-control-allow-credentials$/i.test(each.value) && within[index + 1]?.value === 'true',
  );
  return credentials || speaksOfInterface(sourceOf(name, entries)) ? [{ origins: [value], credentials }] : [];
}

const speaksOfInterface = (source: string): boolean =>
  /(?:^|\/)(?:api|graphql|trpc|rpc|auth|functions?|account|users?|admin)(?:\/|$|\b)/i.test(source);

/** The address that a group of headers is for: `source`, `for`, `route`, `url`. */
function sourceOf({ path }: Entry, entries: readonly Entry[]): string {
  for (let length = path.length - 1; length > 0; length--) {
    const owner = path.slice(0, length);
    const source = entries.find(
      (each) =>
        each.path.length === length + 1 &&
        /^(?:source|src|for|route|url|glob|pattern|pathPattern)$/.test(each.key) &&
        owner.every((segment, index) => each.path[index] === segment),
    );
    if (source) return source.value;
  }
  return '';
}

/** A site's global headers go with its pages and pictures. */
const isForFiles = (first: Entry, entries: readonly Entry[]): boolean => {
  const source = sourceOf(first, entries);
  if (allowsCredentials(first, entries)) return false;
  return (source !== '' && speaksOfFiles(source)) || first.path.includes('globalHeaders');
};

/** A bucket whose rule allows only to read it. */
function isForReading({ path }: Entry, entries: readonly Entry[]): boolean {
  const at = path.findIndex((each) => originKey.test(each));
  const owner = path.slice(0, at);
  const methods = entries.filter(
    (each) =>
      owner.every((segment, index) => each.path[index] === segment) &&
      /^(?:allow(?:ed)?-?)?methods?$/i.test(each.path[at] ?? ''),
  );
  return (
    methods.length > 0 &&
    !methods.some(({ value }) => value.split(/[\s,'"]+/).some((each) => writes.test(each)))
  );
}

function allowsCredentials({ path }: Entry, entries: readonly Entry[]): boolean {
  const at = path.findIndex((each) => originKey.test(each) || header.test(each));
  const owner = path.slice(0, Math.max(0, at));
  return entries.some(
    ({ path: other, key, value }) =>
      owner.every((segment, index) => other[index] === segment) &&
      /(?:^|[-_./])(?:allow)?-?credentials$/i.test(key) &&
      /^'?true'?$/i.test(value),
  );
}

/** `CORS_ORIGIN: '*'`, `- CORS_ORIGIN=*`, `name: CORS_ORIGIN` with `value: '*'`. */
function variableIn(entry: Entry, before: Entry | undefined): Entry | undefined {
  const assigned = /^([A-Z][A-Z\d_]{2,60})=(.*)$/.exec(entry.value);
  if (assigned?.[1] && variable.test(assigned[1])) return { ...entry, value: assigned[2] ?? '' };
  if (variable.test(entry.key)) return entry;
  const isPair = entry.key === 'value' && before?.key === 'name' && variable.test(before.value);
  return isPair ? entry : undefined;
}
