import type * as tsMorph from 'ts-morph';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { lastName } from '../namedValue.ts';
import { plain } from '../unwrapped.ts';
import type { Step, Value } from './facts.ts';
import type { FileSource, PartTable } from './partTable.ts';
import { literalText, ownersOf, propertyOf } from './syntax.ts';
import { valuesOf } from './values.ts';

const verbs = /^(?:Get|Head|Post|Put|Patch|Delete|All|Options)$/;

/** A class with `@Controller('users')` is a router; its methods with `@Post()` are routes. */
export function readController(node: ScriptNode, table: PartTable, file: FileSource): readonly Step[] {
  if (!ts.isClassDeclaration(node)) return [];
  const decorators = decoratorsOf(node);
  const controller = decorators.find(({ name }) => /Controller$/.test(name));
  if (!controller) return [];
  const name = node.name?.text ?? '';
  const start = (node.name ?? node).getStart();
  const part = table.addPart({
    kind: 'router',
    framework: 'nest',
    name,
    place: file.placeOf(start, (node.name ?? node).end),
    owners: [name, ...ownersOf(node)],
    ...prefixOf(controller.args[0]),
  });
  const steps: Step[] = [];
  const facts = (each: ScriptNode) => ({ part, at: each.getStart(), end: each.end, scope: node.pos });
  const target = (each: ScriptNode) => table.targetOf(each);
  for (const each of decorators) {
    if (each === controller) continue;
    steps.push({ kind: 'use', ...facts(each.node), path: '', values: [decoratorValue(each, target)] });
  }
  for (const member of node.members) {
    if (!ts.isMethodDeclaration(member)) continue;
    const own = decoratorsOf(member);
    const guards = own.filter((each) => !verbs.test(each.name)).map((each) => decoratorValue(each, target));
    const body = member.body ? valuesOf([member.body], target) : [];
    for (const verb of own.filter((each) => verbs.test(each.name))) {
      const path = verb.args[0] ? literalText(verb.args[0]) : '';
      steps.push({
        kind: 'route',
        ...facts(verb.node),
        method: verb.name.toUpperCase(),
        path: path === undefined || path.startsWith('/') ? path : `/${path}`,
        values: [...guards, ...body],
        place: file.placeOf(verb.node.getStart(), verb.node.end),
      });
    }
  }
  return steps;
}

interface Decorator {
  readonly name: string;
  readonly args: readonly ScriptNode[];
  readonly node: tsMorph.ts.Decorator;
}

function decoratorsOf(node: tsMorph.ts.HasDecorators): readonly Decorator[] {
  return (ts.getDecorators(node) ?? []).map((decorator) => {
    const expression = plain(decorator.expression);
    const call = ts.isCallExpression(expression) ? expression : undefined;
    const name = lastName(call?.expression ?? expression) ?? '';
    return { name, args: call?.arguments ?? [], node: decorator };
  });
}

/** The decorator's own name and what it is given: `UseGuards`, `RateLimitGuard`. */
function decoratorValue({ node }: Decorator, targetOf: Parameters<typeof valuesOf>[1]): Value {
  const [value] = valuesOf([node.expression], targetOf);
  return value ?? { names: [] };
}

function prefixOf(argument: ScriptNode | undefined): { readonly prefix?: string } {
  const text = literalText(argument) ?? literalText(propertyOf(argument, 'path'));
  return text === undefined || text === '' ? {} : { prefix: `/${text.replace(/^\//, '')}` };
}
