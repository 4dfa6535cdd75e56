import { mask } from '../analysis/secrets/mask.ts';
import { maskSecrets } from '../analysis/secrets/maskSecrets.ts';
import { looksRandom } from '../analysis/secrets/wordiness.ts';
import type { Blocker, BlockerLocation, Effort } from '../model/index.ts';
import { verdictLabel } from './verdictLabel.ts';

/** More places than these are only counted. */
const mostPlaces = 10;

interface More {
  readonly acceptance: string | undefined;
  /** Where the blocker names none. */
  readonly inferredRule: string | undefined;
}

/** A blocker's state as Markdown. What its author wrote is shown as text, and a secret in it is masked. */
export function blockerMarkdown(blocker: Blocker, { acceptance, inferredRule }: More): string {
  const { id, name, title, priority, status, owner, effort, rule, locations, verification } = blocker;
  const passed = verification.filter(({ state }) => state === 'passed').length;
  const facts = [
    priority,
    status.replace('-', ' '),
    owner && `owner ${plain(owner)}`,
    effort && effortText(effort),
    verification.length > 0 && `${passed} of ${verification.length} verified`,
  ].filter((fact) => fact !== undefined && fact !== false);
  const parts = [
    `**${plain(id)}: ${plain(name)}**`,
    facts.join(' · '),
    title && title !== name && plain(title),
    rule && `Rule: ${code(rule)}${inferredRule === undefined ? '' : ' (inferred)'}`,
    placesText(locations),
    acceptance && `Risk acceptance: ${plain(acceptance)}`,
  ];
  return parts.filter((part) => part !== undefined && part !== '' && part !== false).join('\n\n');
}

function placesText(locations: readonly BlockerLocation[]): string {
  const lines = locations.slice(0, mostPlaces).map((location) => {
    const { file, startLine, endLine = startLine, verdict } = location;
    const lineText =
      startLine === undefined ? '' : `:${startLine}${endLine === startLine ? '' : `-${endLine}`}`;
    const place = code(`${file}${lineText}`);
    return `- ${place}${verdict === 'unchecked' ? '' : ` ${plain(verdictLabel(location))}`}`;
  });
  const left = locations.length - lines.length;
  return [...lines, ...(left > 0 ? [`- and ${left} more`] : [])].join('\n');
}

const effortText = ({ min, max, unit }: Effort): string =>
  min === max ? `${min} ${min === 1 ? unit.slice(0, -1) : unit}` : `${min}–${max} ${unit}`;

/** Words that mean nothing in Markdown but themselves. */
const plain = (text: string): string =>
  maskSecrets(text)
    .replace(/[\w+=-]{20,}/g, (word) => (looksRandom(word) ? mask(word) : word))
    .replace(/[\\`*_{}[\]()<>#+!|~&$-]/g, '\\$&')
    .replace(/\s+/g, ' ')
    .trim();

/** In code nothing can be escaped; a back-tick would end it. */
const code = (text: string): string =>
  `\`${maskSecrets(text)
    .replace(/[`\s]+/g, ' ')
    .trim()}\``;
