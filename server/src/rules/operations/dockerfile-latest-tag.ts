import { imageName } from '../../analysis/docker/imageUser.ts';
import { isForDevelopment } from '../../analysis/docker/purpose.ts';
import { expand } from '../../languages/dockerfile.ts';
import { defineRule } from '../rule.ts';

export const dockerfileLatestTag = defineRule({
  id: 'dockerfile-latest-tag',
  title: 'Image built on whatever is newest',
  priority: 'P1',
  category: 'operations',
  confidence: 'high',
  cwe: [1357],
  enabledByDefault: true,
  scope: 'file',
  languages: ['dockerfile'],
  keywords: ['from'],
  why: 'The same Dockerfile gives another image tomorrow: a new major version comes in with a build that only meant to fix a typo, and nobody can build the old image again.',
  verification: ['The rule finds nothing: every base has a version, or a digest.'],
  effort: { min: 10, max: 30, unit: 'minutes' },
  claims: /\b(?:latest|unpinned|floating)\b.{0,30}\b(?:tags?|images?|base)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isForDevelopment(file.path)) return {};
    return {
      dockerfile({ stages, globalArgs }) {
        const names = new Set<string>();
        for (const { image, name, from } of stages) {
          const reference = expand(image, globalArgs);
          if (reference && !names.has(reference.toLowerCase()) && isFloating(reference)) {
            const start = file.text.indexOf(image, from.start);
            report({
              start,
              end: start + image.length,
              message: `\`${image}\` is whatever is newest when somebody builds. Name a version: \`${imageName(reference)}:<version>\`.`,
            });
          }
          if (name) names.add(name.toLowerCase());
        }
      },
    };
  },
  fixes: [],
});

/** `node`, `node:latest`: neither version nor digest. `scratch` is no image. */
function isFloating(reference: string): boolean {
  if (reference === 'scratch' || reference.includes('@')) return false;
  const tag = /:([^/:]+)$/.exec(reference)?.[1];
  return tag === undefined || tag.toLowerCase() === 'latest';
}
