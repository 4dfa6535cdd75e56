import { imageName } from './imageUser.ts';

/** A release that gets no more security fixes. */
export interface EndOfLife {
  /** `Node.js 16`, as people call it. */
  readonly release: string;
  /** What its makers advise, or the oldest release that is still kept. */
  readonly use: string;
}

/** Up to which release, and its end, all are over; as the makers' calendars stood in November 2026. */
interface Line {
  readonly name: string;
  /** The last release without support: `[major, minor]`. */
  readonly last: readonly [number, number?];
  /** Ended although older than others that go on: Node's odd releases. */
  readonly also?: readonly number[];
  readonly use: string;
}

const lines: Readonly<Record<string, Line>> = {
  node: { name: 'Node.js', last: [21], also: [23, 25], use: '24' },
  python: { name: 'Python', last: [3, 10], use: '3.14' },
  php: { name: 'PHP', last: [8, 1], use: '8.5' },
  ruby: { name: 'Ruby', last: [3, 2], use: '3.4' },
  golang: { name: 'Go', last: [1, 24], use: '1.26' },
  postgres: { name: 'PostgreSQL', last: [14], use: '18' },
  mysql: { name: 'MySQL', last: [8, 0], use: '8.4' },
  mariadb: { name: 'MariaDB', last: [10, 5], use: '11.8' },
  mongo: { name: 'MongoDB', last: [6], use: '8' },
  redis: { name: 'Redis', last: [6], use: '8' },
  alpine: { name: 'Alpine', last: [3, 20], use: '3.23' },
  debian: { name: 'Debian', last: [11], use: '13' },
  ubuntu: { name: 'Ubuntu', last: [21, 10], also: [22.1, 23, 24.1, 25.04], use: '24.04' },
  centos: { name: 'CentOS', last: [8], use: 'AlmaLinux 9' },
  openjdk: { name: 'The image openjdk', last: [999], use: 'eclipse-temurin' },
};

/** What releases are called, by image. */
const codenames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  node: {
    argon: '4',
    boron: '6',
    carbon: '8',
    dubnium: '10',
    erbium: '12',
    fermium: '14',
    gallium: '16',
    hydrogen: '18',
    iron: '20',
  },
  debian: { wheezy: '7', jessie: '8', stretch: '9', buster: '10', bullseye: '11' },
  ubuntu: { trusty: '14.04', xenial: '16.04', bionic: '18.04', focal: '20.04' },
};

/** Debian and Alpine releases that other images name in their tags: `node:18-buster`, `python:3.12-alpine3.16`. */
const underneath = /(?:^|-)(?:(jessie|stretch|buster|bullseye)|alpine(\d+\.\d+))(?:-|$)/;

/** Whether an image, `node:16-alpine`, has reached the end of its life; undefined where that is not known. */
export function endOfLifeOf(reference: string): EndOfLife | undefined {
  const tag = /:([^/:]+)$/.exec(reference.split('@')[0] ?? '')?.[1]?.toLowerCase();
  const name = imageName(reference);
  if (tag === undefined) return undefined;
  return ofRelease(name, tag) ?? ofBase(tag);
}

function ofRelease(name: string, tag: string): EndOfLife | undefined {
  const line = lines[name];
  if (!line) return undefined;
  const word = tag.split('-')[0] ?? '';
  const version = codenames[name]?.[word] ?? /^v?(\d+(?:\.\d+)?)/.exec(tag)?.[1];
  if (version === undefined) return undefined;
  if (name === 'openjdk') return { release: line.name, use: line.use };
  const [major = 0, minor] = version.split('.').map(Number);
  const [lastMajor, lastMinor] = line.last;
  // `python:3` is the newest of its line.
  const isOver =
    major < lastMajor ||
    (major === lastMajor && (lastMinor === undefined || (minor !== undefined && minor <= lastMinor))) ||
    line.also?.some((each) => each === major || (minor !== undefined && each === Number(version))) === true;
  return isOver ? { release: `${line.name} ${version}`, use: line.use } : undefined;
}

function ofBase(tag: string): EndOfLife | undefined {
  const [, debian, alpine] = underneath.exec(tag) ?? [];
  if (debian) return ofRelease('debian', debian);
  return alpine ? ofRelease('alpine', alpine) : undefined;
}
