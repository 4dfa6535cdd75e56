/** As whom a published image runs what is started in it. */
export interface ImageUser {
  /**
   * - `root`: as root, and so does everything built on it that names no user;
   * - `own`: as a user of its own, or as one that the platform gives it;
   * - `steps-down`: its entrypoint starts as root and hands over to a user of its own;
   * - `unknown`: nobody's knowledge but the author's.
   */
  readonly runsAs: 'root' | 'own' | 'steps-down' | 'unknown';
  /** The unprivileged user that the image brings along. */
  readonly user?: string;
}

/** Official images that run as root, as their Dockerfiles stood in 2026. */
const root = new Set(
  (
    'adoptopenjdk almalinux alpine amazoncorretto amazonlinux archlinux bash buildpack-deps busybox caddy centos ' +
    'clojure composer dart debian eclipse-temurin elixir erlang fedora golang gradle haskell httpd ibm-semeru-runtimes ' +
    'julia maven mono nginx node openjdk oraclelinux perl php pypy python r-base rockylinux ruby rust sapmachine ' +
    'swift tomcat traefik ubuntu wordpress drupal joomla nextcloud matomo phpmyadmin'
  ).split(' '),
);

/** Official images whose entrypoint gives root away, as long as nobody replaces it. */
const stepsDown = new Set(
  (
    'cassandra chronograf consul couchdb eclipse-mosquitto ghost influxdb mariadb mongo mysql neo4j percona postgres ' +
    'rabbitmq redis rethinkdb telegraf valkey vault zookeeper'
  ).split(' '),
);

/** Images under a name of their own, by the beginning of that name without the registry of Docker Hub. */
const others: readonly (readonly [RegExp, ImageUser])[] = [
  [/^oven\/bun$/, { runsAs: 'root', user: 'bun' }],
  [/^denoland\/deno$/, { runsAs: 'root', user: 'deno' }],
  [/^gcr\.io\/distroless\//, { runsAs: 'root', user: 'nonroot' }],
  [/^mcr\.microsoft\.com\/playwright/, { runsAs: 'root', user: 'pwuser' }],
  [/^mcr\.microsoft\.com\/dotnet\//, { runsAs: 'root' }],
  [/^(?:cgr\.dev|dhi\.io|chainguard)\//, { runsAs: 'own', user: 'nonroot' }],
  [/^bitnami(?:legacy)?\//, { runsAs: 'own', user: '1001' }],
  // Lambda starts every container as a user of its own, whatever the image says.
  [/^(?:public\.ecr\.aws\/lambda|amazon\/aws-lambda-\w+)\b/, { runsAs: 'own' }],
  [/\/ubi\d+\/ubi(?:-minimal|-micro|-init)?$/, { runsAs: 'root' }],
  [/^(?:nvidia\/cuda|continuumio\/(?:mini|ana)conda3|mhart\/alpine-node)$/, { runsAs: 'root' }],
  [
    /^(?:pytorch\/pytorch|tensorflow\/tensorflow|ghcr\.io\/astral-sh\/uv|openresty\/openresty)$/,
    { runsAs: 'root' },
  ],
];

/** Words in a name or tag by which an image says that it does not run as root. */
const rootless = /non-?root|rootless|unprivileged|chiseled/i;

/** Judges an image by its reference: `node:22-alpine`, `gcr.io/distroless/nodejs22:nonroot`. */
export function userOfImage(reference: string): ImageUser {
  if (rootless.test(reference)) return { runsAs: 'own' };
  const name = imageName(reference);
  if (name === 'node') return { runsAs: 'root', user: 'node' };
  if (root.has(name)) return { runsAs: 'root' };
  if (stepsDown.has(name)) return { runsAs: 'steps-down' };
  return others.find(([pattern]) => pattern.test(name))?.[1] ?? { runsAs: 'unknown' };
}

/** An image's name without tag and digest; official images have one word, from whatever mirror they come. */
export function imageName(reference: string): string {
  const name = reference
    .replace(/@.*$/, '')
    .replace(/:[^/:]*$/, '')
    .toLowerCase();
  return name
    .replace(/^(?:index\.|registry-1\.|registry\.hub\.)?docker\.(?:io|com)\//, '')
    .replace(/^.*\blibrary\//, '')
    .replace(/^(?:amd64|arm32v[67]|arm64v8|i386|ppc64le|s390x)\/(?=[^/]+$)/, '');
}
