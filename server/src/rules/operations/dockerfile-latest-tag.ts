import { imageName } from '../../analysis/docker/imageUser.ts';
import {
  isCompose,
  isKubernetes,
  isManifestForDevelopment,
  isThrowAway,
} from '../../analysis/docker/manifests.ts';
import { isForDevelopment } from '../../analysis/docker/purpose.ts';
import { type DockerInstruction, expand } from '../../languages/dockerfile.ts';
import { defineRule, type FileContext, type Report, type Visitors } from '../rule.ts';

export const dockerfileLatestTag = defineRule({
  id: 'dockerfile-latest-tag',
  title: 'Image of whatever version is newest',
  priority: 'P1',
  category: 'operations',
  confidence: 'high',
  cwe: [1357],
  enabledByDefault: true,
  scope: 'file',
  languages: ['dockerfile', 'yaml'],
  keywords: ['from', 'image'],
  why: 'The same Dockerfile, or the same manifest, gives another image tomorrow: a new major version comes in with a build that only meant to fix a typo, and nobody can build the old image again.',
  verification: ['The rule finds nothing: every base has a version, or a digest.'],
  effort: { min: 10, max: 30, unit: 'minutes' },
  claims: /\b(?:latest|unpinned|floating)\b.{0,30}\b(?:tags?|images?|base)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isForDevelopment(file.path)) return {};
    if (file.language === 'yaml') return inManifest(file, report);
    return {
      dockerfile({ stages, globalArgs }) {
        const names = new Set<string>();
        for (const { image, name, from, instructions } of stages) {
          const reference = expand(image, globalArgs);
          if (reference && !names.has(reference.toLowerCase()) && isFloating(reference)) {
            const start = file.text.indexOf(image, from.start);
            report({
              start,
              end: start + image.length,
              message: messageOf(image, reference),
            });
          }
          if (name) names.add(name.toLowerCase());
          for (const copied of copiedImages(instructions, file.text))
            if (isFloating(copied.image) && /:latest$/i.test(copied.image))
              report({ ...copied, message: messageOf(copied.image) });
        }
      },
    };
  },
  fixes: [],
});

const messageOf = (image: string, reference = image): string =>
  `\`${image}\` is whatever is newest when somebody builds. Name a version: \`${imageName(reference)}:<version>\`.`;

/** `COPY --from=nginx:latest`: an image that no stage builds on. */
const copiedImages = (instructions: readonly DockerInstruction[], text: string) =>
  instructions.flatMap(({ keyword, start, end }) => {
    const flag = /\s--from=([^\s$]{1,200})/.exec(keyword === 'COPY' ? text.slice(start, end) : '');
    const image = flag?.[1] ?? '';
    const at = start + (flag?.index ?? 0) + '--from='.length + 1;
    return image.includes(':') ? [{ image, start: at, end: at + image.length }] : [];
  });

/** Images that Kubernetes and Docker Compose fetch; what a service builds itself has a name only. */
function inManifest(file: FileContext, report: (report: Report) => void): Visitors {
  const { path, text } = file;
  const compose = isCompose(path, text);
  if (isManifestForDevelopment(path) || isThrowAway(path, text) || !(compose || isKubernetes(text)))
    return {};
  return {
    entries: (entries) => {
      for (const { path: keys, value, start, end } of entries) {
        if (keys.at(-1) !== 'image' || !isOfContainer(keys) || !/^[\w./:-]{1,200}$/.test(value)) continue;
        const owner = keys.slice(0, -1);
        const builds = entries.some(
          ({ path: other }) =>
            other[owner.length] === 'build' && owner.every((key, index) => other[index] === key),
        );
        if (builds || !isFloating(value)) continue;
        report({
          start,
          end,
          confidence: 'medium',
          message: `\`${value}\` is whatever is newest when it is fetched: two machines may run two versions. Name a version: \`${imageName(value)}:<version>\`.`,
        });
      }
    },
  };
}

const isOfContainer = (keys: readonly string[]): boolean =>
  (keys.length === 3 && keys[0] === 'services') ||
  keys.slice(-3, -2).some((key) => /^(?:containers|initContainers|ephemeralContainers)$/.test(key));

/** `node`, `node:latest`: neither version nor digest. `scratch` is no image. */
function isFloating(reference: string): boolean {
  if (reference === 'scratch' || reference.includes('@')) return false;
  const tag = /:([^/:]+)$/.exec(reference)?.[1];
  return tag === undefined || tag.toLowerCase() === 'latest';
}
