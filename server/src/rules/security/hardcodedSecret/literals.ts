import { fallbackAt } from '../../../analysis/environment/fallback.ts';
import { nameOfValue, textOfName } from '../../../analysis/namedValue.ts';
import { nameAmong } from '../../../analysis/secrets/naming.ts';
import { judgeValue } from '../../../analysis/secrets/plausibility.ts';
import { isForPages } from '../../../analysis/secrets/providers/judges.ts';
import { sessionSecretsIn } from '../../../analysis/secrets/sessionSecrets.ts';
import type { Judgement } from '../../../analysis/secrets/types.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileContext } from '../../rule.ts';
import { isCalledSample } from './explained.ts';
import { isShown } from './harmlessPlaces.ts';
import { joinedText } from './joinedText.ts';
import { type Add, adviceFor, named, placed } from './messages.ts';
import { secretAt } from './positions.ts';

/** Looks at each text in a script: what name it is given, and where it stands. */
export function literalVisitors(file: FileContext, add: Add): Record<number, (node: ScriptNode) => void> {
  const { ImportDeclaration, ExportDeclaration, LiteralType } = ts.SyntaxKind;
  const visit = (node: ScriptNode) => {
    const { kind } = node.parent;
    if (kind === ImportDeclaration || kind === ExportDeclaration || kind === LiteralType) return;
    if (!ts.isStringLiteralLike(node)) return;
    const whole = joinedText(node);
    if (!whole || whole.text.length < 4) return;
    const given = nameOfValue(whole.node);
    const byName = given === undefined ? undefined : nameAmong(given, () => nameAround(whole.node));
    const plainly = byName ? judgeValue(byName, withoutScheme(whole.text)) : undefined;
    const place = plainly && isPlain(plainly) ? undefined : secretAt(node);
    const name = place?.name ?? byName;
    const confidence = place?.confidence ?? (plainly && isPlain(plainly) ? plainly.confidence : undefined);
    if (name === undefined || confidence === undefined) return;
    const value = withoutScheme(whole.text);
    // `const { JWT_SECRET = '…' } = process.env` is no-insecure-secret-fallback's.
    if (/^(?:pattern|assigned|schema)$/.test(fallbackAt(node.parent)?.form ?? '')) return;
    if (isRefused(node) || (!place && isShown(node)) || isForPages(value, file.text, node.getStart())) return;
    if (confidence !== 'high' && isCalledSample(whole.node, file.text)) return;
    // What signs sessions is session-hardcoded-secret's, whatever its name.
    if (file.fileClass === 'production' && sessionSecretsIn(node.getSourceFile()).has(node)) return;
    add({
      start: whole.node.getStart(),
      end: whole.node.end,
      confidence,
      message: (place ? placed : named)(name, value, adviceFor(file)),
      data: { name, provider: undefined, movable: place?.compared !== true },
    });
  };
  return { [ts.SyntaxKind.StringLiteral]: visit, [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: visit };
}

/** A guess is no finding. */
export const isPlain = ({ secret, confidence }: Judgement): boolean => secret && confidence !== 'low';

const withoutScheme = (text: string): string => text.replace(/^(?:Bearer|Basic|Token) +/i, '');

/** The name of the object that a property is in: `jwt` of `jwt: { secret: '…' }`. */
function nameAround({ parent }: ScriptNode): string | undefined {
  const holder = ts.isPropertyAssignment(parent) ? parent.parent.parent : undefined;
  return holder && (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder))
    ? textOfName(holder.name)
    : undefined;
}

/** `WEAK_DEFAULTS = { SESSION_SECRET: '…' }`: what a program knows in order to refuse it. */
const isRefused = (literal: ScriptNode): boolean =>
  /weak|insecure|forbidden|banned|refused|rejected|disallowed|denied/i.test(nameAround(literal) ?? '');
