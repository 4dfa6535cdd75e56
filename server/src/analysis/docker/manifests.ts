import type { Entry } from '../../languages/entry.ts';
import { isForDevelopment } from './purpose.ts';

/** Whether a YAML file tells Docker Compose what to run; its name says so, or else what stands in it. */
export const isCompose = (path: string, text: string): boolean =>
  /(?:^|\/)(?:docker-)?(?:compose|stack|swarm)[\w.-]*\.ya?ml$/i.test(path) ||
  (/^services:/m.test(text) &&
    /^ {2,}(?:image|build):|^ {2,}[\w.-]{1,80}: ?\{ ?(?:image|build):/m.test(text));

/** Whether a file, YAML or JSON, tells Kubernetes what to run. */
export const isKubernetes = (text: string): boolean =>
  (/^apiVersion:/m.test(text) && /^kind:/m.test(text) && /\bcontainers:/.test(text)) ||
  (/"apiVersion"\s{0,9}:/.test(text) && /"kind"\s{0,9}:/.test(text) && /"containers"\s{0,9}:/.test(text));

/** Whether a manifest never describes production, as its name and folders say. */
export const isManifestForDevelopment = (path: string): boolean =>
  isForDevelopment(path) || /(?:^|[/.-])override\.ya?ml$/i.test(path) || path.startsWith('.github/');

/**
 * Whether a compose file below the code starts one service from somebody else's image that keeps nothing and comes
 * back by itself after nothing: what a test of that code needs, as a database beside its driver.
 */
export const isThrowAway = (path: string, text: string): boolean =>
  path.split('/').length > 2 &&
  isCompose(path, text) &&
  /^ {2,}image:/m.test(text) &&
  !/^ +(?:volumes|restart|build|deploy|depends_on|env_file):/m.test(text) &&
  servicesIn(text) === 1;

/** How many services stand below `services:`, by their indentation. */
function servicesIn(text: string): number {
  const lines = text.split('\n');
  const below = lines.slice(lines.findIndex((line) => line.startsWith('services:')) + 1);
  const end = below.findIndex((line) => /^\w/.test(line));
  return (end < 0 ? below : below.slice(0, end)).filter((line) => /^ {1,2}[\w.-]{1,100}:/.test(line)).length;
}

/** A variable that a service of Docker Compose is given. Offsets count from 0. */
export interface ServiceVariable {
  readonly service: string;
  readonly name: string;
  readonly value: string;
  /** Where the value stands, without quotes around the whole item. */
  readonly start: number;
  readonly end: number;
}

/** The variable that an entry of a compose file sets: `NAME: value` or `- NAME=value`. */
export function serviceVariable(entry: Entry, text: string): ServiceVariable | undefined {
  const at = entry.path.lastIndexOf('environment');
  if (at < 1 || at !== entry.path.length - 2) return undefined;
  const service = entry.path[at - 1] ?? '';
  const last = entry.path[at + 1] ?? '';
  if (!/^\d+$/.test(last)) {
    return { service, name: last, value: entry.value, start: entry.start, end: entry.end };
  }
  const equals = entry.value.indexOf('=');
  if (equals < 1) return undefined;
  const name = entry.value.slice(0, equals).trim();
  const start = text.indexOf('=', entry.start) + 1;
  const quoted = /["']/.test(text[entry.start] ?? '') ? 1 : 0;
  return { service, name, value: entry.value.slice(equals + 1), start, end: entry.end - quoted };
}
