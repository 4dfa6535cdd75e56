import { isCompose, isManifestForDevelopment } from '../../analysis/docker/manifests.ts';
import { isForDevelopment } from '../../analysis/docker/purpose.ts';
import { isSecretName } from '../../analysis/secrets/naming.ts';
import { findProviderSecrets } from '../../analysis/secrets/providers.ts';
import { publicByDesign } from '../../analysis/secrets/publicByDesign.ts';
import type { Dockerfile, DockerInstruction } from '../../languages/dockerfile.ts';
import type { Entry } from '../../languages/entry.ts';
import { defineRule, type FileContext, type Report } from '../rule.ts';
import { type BuildSecret, mountSecret } from './dockerBuildArg/mountSecret.ts';

export const noSecretInDockerBuildArg = defineRule<BuildSecret>({
  id: 'no-secret-in-docker-build-arg',
  title: 'Secret built into an image',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [798, 538],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['dockerfile', 'yaml'],
  keywords: ['arg', 'env'],
  why: 'Build arguments and environment variables are kept in the image: whoever may pull it reads them with `docker history` and `docker inspect`.',
  verification: [
    'The rule finds nothing: secrets are mounted while the image is built, and given to the container when it starts.',
    'The exposed secret was revoked: every image that was built with it still holds it.',
  ],
  effort: { min: 30, max: 120, unit: 'minutes' },
  claims:
    /\b(?:secrets?|tokens?|passwords?|credentials?)\b.{0,60}\b(?:build.?args?|ARG|image layers?|docker images?)\b|\bbuild.?args?\b.{0,40}\b(?:secrets?|tokens?|passwords?)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isForDevelopment(file.path)) return {};
    if (file.language === 'yaml') {
      const compose = isCompose(file.path, file.text) && !isManifestForDevelopment(file.path);
      return {
        entry: (entry) => (compose ? reportComposeArgument : reportArguments)(entry, file, report),
      };
    }
    return { dockerfile: (dockerfile) => reportVariables(dockerfile, file, report) };
  },
  fixes: [mountSecret],
});

type Add = (report: Report<BuildSecret>) => void;

function reportVariables({ stages }: Dockerfile, file: FileContext, report: Add): void {
  const last = stages.length - 1;
  for (const [index, { instructions }] of stages.entries()) {
    const told = new Set<string>();
    for (const instruction of instructions) {
      for (const { name, value } of variablesOf(instruction)) {
        // `ENV PASSWORD=""` only says that there is such a variable.
        if (instruction.keyword === 'ENV' && /^(?:""|'')?$/.test(value)) continue;
        if (told.has(name) || !isBuiltIn(name, value)) continue;
        told.add(name);
        const place = placeOf(name, instruction, file.text);
        report({
          ...place,
          // What only an earlier stage knows is not in the image, but in the cache and history of the build.
          priority: index === last || instruction.keyword === 'ENV' ? 'P0' : 'P1',
          message: `\`${name}\` is kept in the image, where everyone who may pull it can read it. ${advice(instruction)}`,
          data: { name, keyword: instruction.keyword },
        });
      }
    }
  }
}

const advice = ({ keyword }: DockerInstruction): string =>
  keyword === 'ARG'
    ? 'Mount it while it is needed: `RUN --mount=type=secret,id=…`.'
    : 'Give it to the container when it starts.';

interface Variable {
  readonly name: string;
  /** Empty where only a name stands. */
  readonly value: string;
}

function variablesOf(instruction: DockerInstruction): readonly Variable[] {
  const { keyword, sets, words } = instruction;
  if (keyword !== 'ARG' && keyword !== 'ENV') return [];
  const named = keyword === 'ARG' ? words.filter((word) => /^\w+$/.test(word)) : [];
  return [
    ...[...sets].map(([name, value]) => ({ name, value })),
    ...named.filter((name) => !sets.has(name)).map((name) => ({ name, value: '' })),
  ];
}

/** Variables whose value is no secret, whatever their names say. */
const harmless =
  /PUBLIC|PUBLISHABLE|_(?:FILE|PATH|NAME|ID|URL|LENGTH|TTL|EXPIRY|HEADER)$|^(?:SSH_AUTH_SOCK|GPG_KEYS?|\w*_(?:GPG|SIGNING|RELEASE)_KEYS?)$/i;

/** Whether a build gives a variable a secret that then stays in the image. One with a provider's own form is no-hardcoded-secret's. */
function isBuiltIn(name: string, value: string): boolean {
  if (
    harmless.test(name) ||
    (!isSecretName(name) &&
      !/^(?:NPM|NODE|GITHUB|GH|GITLAB|HF|PYPI)_(?:AUTH_)?TOKEN$|^SECRET_KEY_BASE$/.test(name))
  )
    return false;
  const text = value.replace(/^(["'])(.*)\1$/, '$2');
  if (/^\/|^(?:true|false|none|null|0|1)$/i.test(text)) return false;
  if (publicByDesign(text) !== undefined) return false;
  return !findProviderSecrets(text).some(({ confidence }) => confidence !== 'low');
}

/** The variable's name in its instruction; the instruction where it can't be found. */
function placeOf(
  name: string,
  { start, end }: DockerInstruction,
  text: string,
): { start: number; end: number } {
  const at = text.slice(start, end).search(new RegExp(`\\b${name}\\b`));
  return at < 0 ? { start, end } : { start: start + at, end: start + at + name.length };
}

/** An argument that a workflow hands to a build, on a line of its own. */
const handedOver = /^(\w{1,80})=\$\{\{ ?secrets\./;

/** What stands below `build-args:` of a workflow: a text with a line for each argument. */
function reportArguments({ key, value, start }: Entry, file: FileContext, report: Add): void {
  if (!/^build[-_]args$/.test(key)) return;
  for (const line of value.split('\n')) {
    const name = handedOver.exec(line.trim())?.[1];
    if (name === undefined || harmless.test(name)) continue;
    const at = file.text.indexOf(`${name}=`, start);
    if (at < 0) continue;
    report({
      start: at,
      end: at + name.length,
      message: `\`${name}\` is handed to the build as an argument and stays in the image's history. Hand it over below \`secrets:\` and mount it.`,
      data: { name, keyword: 'build-args' },
    });
  }
}

/** `args:` below `build:` of a compose file: `NPM_TOKEN: ${NPM_TOKEN}`, `- NPM_TOKEN=${NPM_TOKEN}`, `- NPM_TOKEN`. */
function reportComposeArgument({ path, value, start, end }: Entry, _file: FileContext, report: Add): void {
  if (path.at(-2) !== 'args' || path.at(-3) !== 'build') return;
  const last = path.at(-1) ?? '';
  const name = /^\d+$/.test(last) ? (value.split('=', 1)[0] ?? '').trim() : last;
  const given = name === last ? value : value.slice(name.length + 1);
  if (!isBuiltIn(name, given)) return;
  report({
    start,
    end,
    message: `\`${name}\` is handed to the build as an argument and stays in the image's history. Hand it over below \`secrets:\` and mount it.`,
    data: { name, keyword: 'build-args' },
  });
}
