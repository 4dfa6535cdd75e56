import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import type { ServerFile } from '../../../analysis/routes/facts.ts';
import { identityRead } from '../../../analysis/routes/identity.ts';
import { importOf } from '../../../analysis/routes/modules.ts';
import { ownersOf } from '../../../analysis/routes/syntax.ts';
import { topLevelNames } from '../../../analysis/topLevelNames.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptFile, type ScriptNode, ts } from '../../../languages/script.ts';
import type { FileContext, Place } from '../../rule.ts';
import { isLimitFile, isLimitName, isLimitPackage, outbound } from './limitNames.ts';

/** What a file says of limits, apart from its routes. Plain data. */
export interface LimitsInFile {
  /** Limiters that it makes, by name. */
  readonly made: readonly { readonly name: string; readonly place: Place }[];
  /** Names from packages that limit, whether or not anything uses them. */
  readonly imported: readonly { readonly name: string; readonly place: Place }[];
  /** Functions that answer that there are too many requests, by name. */
  readonly refuse: readonly string[];
  /** Whether one is used where no route or mount stands: who is limited by it can't be told. */
  readonly used: boolean;
}

const words = /rate.?limit|throttl|slow.?down|limiter|arcjet|\b429\b/i;

/** A visitor of identifiers that fills what it returns; undefined for a file without limits. */
export function readLimits(
  file: FileContext,
  server: ServerFile | undefined,
): { readonly limits: LimitsInFile; readonly visit: (node: ScriptNode) => void } | undefined {
  if (!words.test(file.text) || outbound.test(file.text)) return undefined;
  const fromPackages = namesFromPackages(file.script);
  const refuse: string[] = [];
  const limits = {
    made: [] as { name: string; place: Place }[],
    imported: [...fromPackages].map(([name, node]) => ({
      name,
      place: file.placeOf(node.getStart(), node.end),
    })),
    refuse,
    used: false,
  };
  const steps = (server?.steps ?? []).filter(
    (step) => step.kind !== 'hand' && step.values.some(({ names }) => names.some(isLimitName)),
  );
  const isInStep = (node: ScriptNode) => steps.some(({ at, end }) => at <= node.pos && node.end <= end);
  const make = (name: ScriptNode) => {
    const text = textOfName(name);
    if (text === undefined || limits.made.some((each) => each.name === text)) return;
    limits.made.push({ name: text, place: file.placeOf(name.getStart(), name.end) });
  };
  const isOwn = isLimitFile(file.path);
  const isComponent = /\.[jt]sx$/.test(file.path);
  return {
    limits,
    visit: (node) => {
      if (ts.isNumericLiteral(node)) {
        if (identityRead(node) === 'answers.429') refuse.push(...ownersOf(node).slice(0, 3));
        return;
      }
      if (!ts.isIdentifier(node) || (!fromPackages.has(node.text) && !isLimitName(node.text))) return;
      const { parent } = node;
      if (isMaking(node, parent)) return make(node);
      if (!isUse(node, parent)) return;
      const holder = holderOf(node);
      if (holder) return make(holder);
      if (!limits.used && !isOwn && !isComponent && !isInStep(node)) limits.used = true;
    },
  };
}

/** Names that are imported from packages that limit requests. */
function namesFromPackages(script: ScriptFile | undefined): ReadonlyMap<string, ScriptNode> {
  const names = new Map<string, ScriptNode>();
  for (const [name, declaration] of script ? topLevelNames(script) : []) {
    const module = /Module$/.test(name) ? undefined : importOf(declaration)?.module;
    if (module !== undefined && isLimitPackage(module)) names.set(name, declaration);
  }
  return names;
}

/** A declaration of something that limits: a function, a class, a variable with a value that is made. */
function isMaking(node: ScriptNode, parent: ScriptNode): boolean {
  if (ts.isFunctionDeclaration(parent) || ts.isClassDeclaration(parent)) return parent.name === node;
  if (!ts.isVariableDeclaration(parent) || parent.name !== node || !parent.initializer) return false;
  const value = plain(parent.initializer);
  if (importOf(value)) return false;
  return ts.isCallExpression(value) || ts.isNewExpression(value) || ts.isFunctionLike(value);
}

/** Whether a name is called, handed on or put in a list; not where it is declared, exported or a type. */
function isUse(node: ScriptNode, parent: ScriptNode): boolean {
  if (ts.isPropertyAccessExpression(parent)) return isUse(parent, parent.parent);
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return !isLimitErrorCheck(parent);
  if (ts.isDecorator(parent) || ts.isArrayLiteralExpression(parent) || ts.isSpreadElement(parent))
    return true;
  return ts.isPropertyAssignment(parent) && parent.initializer === node && !isExport(parent.parent);
}

const isLimitErrorCheck = (call: ScriptNode): boolean => /^require\(/.test(call.getText());

const isExport = (object: ScriptNode): boolean =>
  ts.isExportAssignment(object.parent) ||
  (ts.isBinaryExpression(object.parent) && /exports/.test(object.parent.left.getText()));

/** What a limiter is given to, or the limiter's own definition that it is a piece of. */
function holderOf(node: ScriptNode): ScriptNode | undefined {
  let direct = true;
  let inner = node;
  for (let around = node.parent; around; inner = around, around = around.parent) {
    if (direct && asks(around)) direct = false;
    const name = nameDeclared(around);
    if (name && name !== inner) {
      const isValue = ts.isVariableDeclaration(around) || ts.isPropertyDeclaration(around);
      if ((direct && isValue) || isLimitName(textOfName(name) ?? '')) return name;
    }
    if (direct && ts.isBinaryExpression(around) && ts.isPropertyAccessExpression(around.left)) {
      return around.operatorToken.kind === ts.SyntaxKind.EqualsToken ? around.left.name : undefined;
    }
    direct &&= passesOn(around, inner);
  }
  return undefined;
}

/** Whether a node's value is what is made of the inner one: `await create(…)`, `limits.create(…)`. */
function passesOn(around: ScriptNode, inner: ScriptNode): boolean {
  if (plain(around) !== around || ts.isPropertyAccessExpression(around)) return true;
  return (ts.isCallExpression(around) || ts.isNewExpression(around)) && around.expression === inner;
}

/** Whether a node asks a limiter, where others make one: `await limiter.limit(ip)`, `checkRateLimit(ip)`. */
function asks(node: ScriptNode): boolean {
  if (ts.isAwaitExpression(node)) return true;
  return ts.isCallExpression(node) && asking.test(lastName(node.expression) ?? '');
}

const asking =
  /^(?:limit|consume|check|protect|hit|take|acquire|allow|penalty|reward|get|block)$|^(?:check|is|enforce|apply|consume|assert|verify|has|hit|allow|try)[A-Z]/;

function nameDeclared(node: ScriptNode): ScriptNode | undefined {
  const declares =
    ts.isFunctionDeclaration(node) ||
    ts.isMethodDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isVariableDeclaration(node) ||
    ts.isPropertyDeclaration(node);
  return declares ? node.name : undefined;
}
