import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { topLevelNames } from '../../../analysis/topLevelNames.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';
import { isLimitName } from './limitNames.ts';

/** What somebody counts in, by its name. */
const counts = /hit|attempt|request|limit|bucket|count|rate|visit|client|ip|token|store|cache/i;

/** Where a file that limits by hand keeps its counts: at its top, or in a class that is named for it. */
export interface OwnCounts {
  readonly kept: ScriptNode;
  /** What is declared there limits by its name; else that has to be seen by what the file answers. */
  readonly isLimiter: boolean;
}

export function ownCountsIn(script: ScriptFile): OwnCounts | undefined {
  let kept: ScriptNode | undefined;
  let isLimiter = false;
  for (const [name, declaration] of topLevelNames(script)) {
    if (isLimitName(name) && ts.isClassDeclaration(declaration)) {
      const field = declaration.members.find(
        (member) =>
          ts.isPropertyDeclaration(member) && !!member.initializer && isContainer(member.initializer),
      );
      if (field) return { kept: field, isLimiter: true };
    }
    isLimiter ||= isLimitName(name) && isFunction(declaration);
    const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
    if (value && isContainer(value) && counts.test(textOfName(declaration) ?? name)) kept ??= declaration;
  }
  return kept && { kept, isLimiter };
}

/** `new Map()`, `{}`, `new LRUCache(…)` */
function isContainer(expression: ScriptNode): boolean {
  const value = plain(expression);
  if (ts.isObjectLiteralExpression(value)) return value.properties.length === 0;
  return (
    ts.isNewExpression(value) &&
    /^(?:Map|LRU|LRUCache|QuickLRU|NodeCache)$/.test(lastName(value.expression) ?? '')
  );
}

function isFunction(declaration: ScriptNode): boolean {
  if (ts.isFunctionDeclaration(declaration)) return true;
  const value =
    ts.isVariableDeclaration(declaration) && declaration.initializer && plain(declaration.initializer);
  return !!value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value));
}
