import type * as tsMorph from 'ts-morph';
import { lastName } from '../../../analysis/namedValue.ts';
import { heldValue } from '../../../analysis/options.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { withArgument, withMembers } from '../../edits.ts';
import type { Fix } from '../../rule.ts';
import type { AnyAlgorithm } from './algorithms.ts';

/** Names the one algorithm that tokens are signed with. */
export const restrictAlgorithms: Fix<AnyAlgorithm> = {
  title: 'Accept one algorithm only',
  // Tokens that are signed another way are refused from then on.
  safe: false,
  appliesTo: ({ data }) => data !== undefined && algorithmOf(data) !== undefined,
  async edit({ data }, file) {
    const algorithm = data && algorithmOf(data);
    if (!data || !algorithm) return { refused: 'Which algorithm the tokens are signed with can’t be told.' };
    const mark = file.text.split('"').length > file.text.split("'").length ? '"' : "'";
    const list = `algorithms: [${mark}${algorithm}${mark}]`;
    const edit = data.options
      ? withMembers(file, data.options, [list])
      : withArgument(file, data.call as tsMorph.ts.CallExpression, 2, `{ ${list} }`);
    return [{ file: file.path, edits: [edit] }];
  },
};

/** The algorithm that the file signs with, else the usual one for such a key. */
function algorithmOf({ call, key, options }: AnyAlgorithm): string | undefined {
  if (!key || (!options && (!ts.isCallExpression(call) || !takesOptionsThird(call)))) return undefined;
  const signed = /\balg(?:orithm)?:\s?['"]([HREP]S(?:256|384|512))['"]/.exec(call.getSourceFile().text);
  if (signed) return signed[1];
  if (isPublic(key)) return 'RS256';
  return /secret/i.test(lastName(heldValue(key)) ?? lastName(key) ?? key.getText()) ? 'HS256' : undefined;
}

/** Two arguments, or a callback third: the options go between. */
const takesOptionsThird = (call: tsMorph.ts.CallExpression): boolean =>
  call.arguments.length === 2 ||
  (call.arguments.length === 3 && !ts.isIdentifier(call.arguments[2] as ScriptNode));

const isPublic = (key: ScriptNode): boolean => /public|pem\b|cert|jwks/i.test(key.getText().slice(0, 200));
