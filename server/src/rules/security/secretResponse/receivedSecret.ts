import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { lastName } from '../../../analysis/namedValue.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { ts } from '../../../languages/script.ts';

/** Whether `data.database?.connection_string` is read out of what `await response.json()` gave. */
export function readsConnectionString(access: tsMorph.ts.PropertyAccessExpression): boolean {
  if (!/^(?:connection_?string|database_?url|db_?url)$/i.test(access.name.text)) return false;
  let node = plain(access.expression);
  for (let steps = 0; steps < 6 && ts.isPropertyAccessExpression(node); steps++)
    node = plain(node.expression);
  if (!ts.isIdentifier(node)) return false;
  const [write] = heldBy(node)?.writes ?? [];
  const value = write && plain(write.value);
  return value !== undefined && ts.isCallExpression(value) && lastName(value.expression) === 'json';
}
