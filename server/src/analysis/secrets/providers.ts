import type { Confidence } from '../../model/vocabulary.ts';
import { KeywordFinder } from '../keywordFinder.ts';
import { isKnownExample } from './knownExamples.ts';
import { looksMadeUp, saysSo } from './madeUp.ts';
import { mask } from './mask.ts';
import { allProviders } from './providers/index.ts';
import type { ProviderMatch, SecretProvider } from './types.ts';

/** A provider with one of its keywords and its pattern made to match at one place only. */
interface Entry {
  readonly provider: SecretProvider;
  readonly keyword: string;
  readonly body: RegExp;
  /** Whether the keyword is context and only the group `secret` is the finding. */
  readonly contextual: boolean;
}

interface Found extends ProviderMatch {
  readonly contextual: boolean;
}

const entries: readonly Entry[] = allProviders.flatMap((provider) => {
  const contextual = provider.body.source.includes('(?<secret>');
  const body = new RegExp(provider.body.source, `dy${provider.body.flags.includes('i') ? 'i' : ''}`);
  return provider.keywords.map((keyword) => ({ provider, keyword, body, contextual }));
});

const keywords = new Set(entries.map(({ keyword }) => keyword));
const finder = new KeywordFinder(keywords);

/** For what the finder gives (the longest keyword at a place): all that it may be, the most exact first. */
const entriesByHit = new Map(
  [...keywords].map((hit) => [
    hit,
    entries
      .filter(({ keyword }) => hit.startsWith(keyword))
      .sort((a, b) => b.keyword.length - a.keyword.length),
  ]),
);

/** For each character up to 127 whether it belongs to a word, and whether to base64. */
const classes = Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return { word: /\w/.test(character), base64: /[A-Za-z0-9+/]/.test(character) };
});

const isWordAt = (text: string, index: number): boolean => classes[text.charCodeAt(index)]?.word === true;

/** Whether no word runs into the place from the left; an escape in a string (`\n`) ends before it. */
function startsHere(text: string, start: number): boolean {
  if (start === 0 || !isWordAt(text, start - 1)) return true;
  return /[nrt]/.test(text.charAt(start - 1)) && text.charAt(start - 2) === '\\';
}

/** Whether the place is inside a long run of base64, where every short prefix turns up by chance. */
function insideBase64(text: string, start: number): boolean {
  if (start < 40) return false;
  for (let i = start - 1; i >= start - 40; i--) if (!classes[text.charCodeAt(i)]?.base64) return false;
  return true;
}

/** Where a match starts whose keyword stands at `at`, or undefined when what must stand before it does not. */
function startBefore(
  text: string,
  at: number,
  floor: number,
  before: NonNullable<SecretProvider['before']>,
): number | undefined {
  let start = at;
  while (start > floor && at - start < before.max && before.class.test(text.charAt(start - 1))) start--;
  return at - start < before.min ? undefined : start;
}

function matchAt(
  text: string,
  at: number,
  floor: number,
  { provider, keyword, body, contextual }: Entry,
  typedToo: boolean,
): Found | undefined {
  const start = provider.before ? startBefore(text, at, floor, provider.before) : at;
  if (start === undefined || (isWordAt(text, start) && !startsHere(text, start)) || insideBase64(text, start))
    return undefined;
  body.lastIndex = at + keyword.length;
  const match = body.exec(text);
  if (!match) return undefined;
  const [from, to] = (contextual ? match.indices?.groups?.secret : undefined) ?? [
    start,
    match.index + match[0].length,
  ];
  if (isWordAt(text, to - 1) && isWordAt(text, to)) return undefined;
  const secret = text.slice(from, to);
  const shown = contextual || provider.before ? 0 : keyword.length;
  const typed = !provider.ownJudgement && looksMadeUp(secret.slice(shown));
  if (!provider.ownJudgement && isKnownExample(secret)) return undefined;
  if (typed && (!typedToo || saysSo(secret.slice(shown)))) return undefined;
  const sure: Confidence | undefined = provider.judge
    ? provider.judge({ secret, groups: match.groups ?? {}, text, start: from, end: to })
    : (provider.confidence ?? 'high');
  if (sure === undefined) return undefined;
  return {
    provider: provider.id,
    name: provider.name,
    start: from,
    end: to,
    confidence: sure,
    masked: mask(secret, shown),
    typed,
    contextual,
  };
}

/**
 * Every provider's credential in a text of any kind, in the order of their places, without overlaps: where a
 * header or an address holds a known token, the token is what is found. Linear in the text's length.
 * @param typedToo also those that somebody has typed to show a form, unless they say so themselves
 */
export function findProviderSecrets(text: string, typedToo = false): ProviderMatch[] {
  const found: Found[] = [];
  let next = 0;
  let floor = 0;
  for (let hit = finder.next(text, 0); hit; hit = finder.next(text, next)) {
    next = hit.index + 1;
    for (const entry of entriesByHit.get(hit.keyword) ?? []) {
      const match = matchAt(text, hit.index, floor, entry, typedToo);
      if (!match) continue;
      const last = found.at(-1);
      if (last?.contextual && match.start < last.end) found.pop();
      found.push(match);
      floor = match.contextual ? match.start : match.end;
      next = Math.max(next, floor);
      break;
    }
  }
  return found.map(({ contextual: _, ...match }) => match);
}
