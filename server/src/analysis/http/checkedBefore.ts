import { type ScriptNode, ts } from '../../languages/script.ts';

/** How many characters before a value its check stands at most. */
const farthest = 5_000;

/**
 * Whether the function around has made sure before that a value is text, or one of a list, or has done with it what
 * only text can do: `if (typeof email !== 'string') …`, `email.trim()`, `isEmail(email)`.
 */
export function isCheckedBefore(node: ScriptNode): boolean {
  const name = node.getText();
  if (name.length > 80) return false;
  let scope: ScriptNode = node.parent;
  while (!ts.isSourceFile(scope) && !ts.isFunctionLike(scope)) scope = scope.parent;
  const from = Math.max(scope.pos, node.pos - farthest);
  const before = node.getSourceFile().text.slice(from, node.pos);
  const does = [...methods].some((method) => before.includes(`${name}.${method}(`));
  return (
    does || calls.some((call) => before.includes(`${call}(${name}`)) || before.includes(`typeof ${name} `)
  );
}

/** Only text has them: of anything else the call fails. */
const methods: readonly string[] = [
  ...[
    'trim',
    'toLowerCase',
    'toUpperCase',
    'match',
    'split',
    'startsWith',
    'endsWith',
    'replace',
    'includes',
  ],
  ...['charAt', 'localeCompare', 'normalize', 'substring'],
];

const calls: readonly string[] = [
  ...['.test', '.includes', '.has', 'isEmail', 'isMongoId', 'isValidObjectId', 'isUUID', 'ObjectId.isValid'],
  ...[
    'isString',
    'isInteger',
    'isFinite',
    'isNaN',
    'isAlphanumeric',
    'isMobilePhone',
    'isNumeric',
    'validateEmail',
  ],
];
