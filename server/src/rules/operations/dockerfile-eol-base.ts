import { endOfLifeOf } from '../../analysis/docker/endOfLife.ts';
import { isForDevelopment } from '../../analysis/docker/purpose.ts';
import { expand } from '../../languages/dockerfile.ts';
import { defineRule } from '../rule.ts';

export const dockerfileEolBase = defineRule({
  id: 'dockerfile-eol-base',
  title: 'Image built on a release that gets no more fixes',
  priority: 'P1',
  category: 'operations',
  confidence: 'high',
  cwe: [1104],
  owasp: 'A06:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['dockerfile'],
  keywords: ['from'],
  why: 'Holes that are found from now on stay open: nobody repairs this release any more.',
  verification: ['The rule finds nothing, and the image was built and tested on the newer release.'],
  effort: { min: 1, max: 8, unit: 'hours' },
  claims: /\b(?:end.of.life|EOL|unsupported|outdated)\b.{0,40}\b(?:images?|base|node|versions?|releases?)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isForDevelopment(file.path)) return {};
    return {
      dockerfile({ stages, globalArgs }) {
        for (const { image, from } of stages) {
          const over = endOfLifeOf(expand(image, globalArgs) ?? '');
          if (!over) continue;
          const start = file.text.indexOf(image, from.start);
          report({
            start,
            end: start + image.length,
            message: `${over.release} gets no more security fixes. Build on ${over.use} or newer.`,
          });
        }
      },
    };
  },
  fixes: [],
});
