import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { replaced, withArgument, withMembers } from '../../edits.ts';
import type { Fix } from '../../rule.ts';
import type { Flag, Lack } from './flags.ts';

/** Where a cookie's flags are written: among its options, in options of its own, or in the text of a header. */
export interface FlagPlace {
  readonly lacks: readonly Lack[];
  readonly object?: tsMorph.ts.ObjectLiteralExpression;
  /** The options that have no options of the cookie yet, and their name. */
  readonly owner?: tsMorph.ts.ObjectLiteralExpression;
  readonly key?: string;
  readonly call?: tsMorph.ts.CallExpression;
  readonly index?: number;
  readonly text?: ScriptNode;
}

/** While one develops, pages come over plain HTTP. */
const inProduction = "process.env.NODE_ENV === 'production'";

const values: Readonly<Record<Flag, string>> = { httpOnly: 'true', secure: inProduction, sameSite: "'lax'" };
const attributes: Readonly<Record<Flag, string>> = {
  httpOnly: 'HttpOnly',
  secure: 'Secure',
  sameSite: 'SameSite=Lax',
};

export const addFlags: Fix<FlagPlace> = {
  title: 'Turn on the cookie’s missing flags',
  // Whoever reads the cookie in the page, serves over plain HTTP or signs in from other sites is cut off.
  safe: false,
  appliesTo: ({ data }) => data !== undefined && canWrite(data),
  async edit({ data }, file) {
    if (!data || !canWrite(data)) return { refused: 'The cookie’s flags can’t be written here.' };
    const edits = [];
    for (const { value, flag } of data.lacks) {
      if (value) edits.push(replaced(file, value.getStart(), value.end, values[flag]));
    }
    const missing = data.lacks.filter(({ value }) => !value).map(({ flag }) => flag);
    const members = missing.map((flag) => `${flag}: ${values[flag]}`);
    if (missing.length > 0) {
      if (data.object) edits.push(withMembers(file, data.object, members));
      else if (data.owner)
        edits.push(withMembers(file, data.owner, [`${data.key}: { ${members.join(', ')} }`]));
      else if (data.call)
        edits.push(withArgument(file, data.call, data.index ?? 0, `{ ${members.join(', ')} }`));
      else if (data.text) {
        const added = missing.map((flag) => `; ${attributes[flag]}`).join('');
        edits.push(replaced(file, data.text.end - 1, data.text.end - 1, added));
      }
    }
    return [{ file: file.path, edits }];
  },
};

function canWrite({ lacks, object, owner, call, index, text }: FlagPlace): boolean {
  // A value in a variable may be meant for others as well.
  const inside = lacks.every(
    ({ value }) => !value || (!!object && object.pos <= value.pos && value.end <= object.end),
  );
  if (!inside) return false;
  if (object ?? owner) return true;
  if (call) return call.arguments.length === index;
  return !!text && (ts.isStringLiteralLike(text) || ts.isTemplateExpression(text));
}
