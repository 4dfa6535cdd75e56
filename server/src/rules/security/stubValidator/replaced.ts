import { heldBy } from '../../../analysis/constants.ts';
import { type FunctionWithBody, isFunction } from '../../../analysis/functions.ts';
import { unwrapped } from '../../../analysis/unwrapped.ts';
import { ts } from '../../../languages/script.ts';
import { constantYesOf } from './constantYes.ts';
import { openDoorOf } from './openDoors.ts';

/** `let isAllowed = () => true; if (settings.auth) isAllowed = realCheck;`: what a variable holds until the settings are read. */
export function isReplaced(node: FunctionWithBody): boolean {
  const { parent } = node;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false;
  const later = heldBy(parent.name)?.writes.slice(1) ?? [];
  return later.some(({ kind, value }) => {
    const other = unwrapped(value);
    if (kind !== 'is') return false;
    return isFunction(other)
      ? !constantYesOf(other) && !openDoorOf(other)
      : ts.isIdentifier(other) || ts.isPropertyAccessExpression(other) || ts.isCallExpression(other);
  });
}
