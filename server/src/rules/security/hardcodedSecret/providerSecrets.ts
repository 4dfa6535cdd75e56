import { nodeAt } from '../../../analysis/namedValue.ts';
import { findProviderSecrets } from '../../../analysis/secrets/providers.ts';
import type { ProviderMatch } from '../../../analysis/secrets/types.ts';
import { ts } from '../../../languages/script.ts';
import type { Confidence } from '../../../model/index.ts';
import type { FileContext } from '../../rule.ts';
import { isExplained } from './explained.ts';
import { type Add, adviceFor } from './messages.ts';
import { isOfTest } from './ofTests.ts';

/** Tokens with a checksum: one that is wrong says that somebody has changed the token, or a version of it. */
const checked = /^(?:github|npm|grafana)/;

/** `placeholder: 'e.g. …'`: it shows people what theirs looks like. */
const asExample = /(?:\be\.g\.|\bfor example),?:? $/i;

/** Tokens of a provider's own form, in any text. */
export function reportProviders(file: FileContext, add: Add): void {
  for (const match of findProviderSecrets(file.text, true)) {
    const confidence = confidenceOf(match, file);
    if (confidence === undefined) continue;
    if (isOfTest(match, file) || isExplained(match, file)) continue;
    if (asExample.test(file.text.slice(Math.max(0, match.start - 14), match.start))) continue;
    add({
      start: match.start,
      end: match.end,
      confidence,
      message: `${capitalised(match.name)} (${match.masked}) stands in the ${placeWord(file)}. ${adviceFor(file)}`,
      data: { name: undefined, provider: match.name },
    });
  }
}

function confidenceOf(match: ProviderMatch, file: FileContext): Confidence | undefined {
  if (match.typed) return isHandedOver(match, file) ? 'medium' : undefined;
  if (match.confidence === 'low' && match.provider === 'connection-string')
    return isInCall(match, file) ? 'medium' : undefined;
  if (match.confidence === 'low')
    return checked.test(match.provider) && file.fileClass === 'production' ? 'medium' : undefined;
  return match.confidence === 'medium' && isSample(match, file) ? undefined : match.confidence;
}

/** `require('stripe')('sk_…')`: a token that somebody typed is in force where a client is made with it. */
function isHandedOver({ start, end, confidence }: ProviderMatch, file: FileContext): boolean {
  return confidence !== 'low' && isInCall({ start }, file, end - start);
}

/** Whether a place is in a text, of that length, that production code hands to a call: it is in force there. */
function isInCall({ start }: { readonly start: number }, file: FileContext, length?: number): boolean {
  if (file.fileClass !== 'production' || !file.script) return false;
  const literal = nodeAt(file.script, start);
  if (!ts.isStringLiteralLike(literal) || literal.text.length !== (length ?? literal.text.length))
    return false;
  return ts.isCallExpression(literal.parent) || ts.isNewExpression(literal.parent);
}

/** Whether a token that its form alone does not prove shows people what one looks like in the description of an API. */
function isSample({ start }: ProviderMatch, { text }: FileContext): boolean {
  if (/^[\s{]{0,20}["']?(?:openapi|swagger)["']?\s{0,4}:/.test(text)) return true;
  const line = text.slice(Math.max(0, start - 200, text.lastIndexOf('\n', start) + 1), start);
  return /(?:^|[\s"'{,*])(?:x-)?examples?["']?\s{0,4}:/i.test(line);
}

const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const placeWord = (file: FileContext): string => (file.language === 'script' ? 'source code' : 'repository');
