import { heldBy } from '../../../analysis/constants.ts';
import { isFunction, nameOfFunction } from '../../../analysis/functions.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Words for what any site may load: fonts, pictures, files, and documents that say who a server is. */
const words =
  /(?:^|[^a-z])(?:fonts?|woff2?|assets?|static|cdn|public|favicon|images?|img|media|thumbnails?|avatars?|uploads?|oembed|embeds?|widgets?|badges?|sitemap|robots|manifest|well-?known|jwks|openid|oauth|openapi|swagger|docs|tiles?|(?:directory|dir|files?) (?:listings?|index))(?:$|[^a-z])/;

/** `serveFontFile`, `/static/*`, `WELL_KNOWN`: as words. */
export const speaksOfFiles = (text: string): boolean =>
  words.test(text.replace(/([a-z\d])([A-Z])/g, '$1 $2').toLowerCase());

/** Whether what a place answers is meant for every site: it stands where files are served. */
export function isPublicResource(place: ScriptNode, path: string): boolean {
  if (speaksOfFiles(path.split('/').slice(-2).join('/'))) return true;
  for (let node: ScriptNode = place; node.parent; node = node.parent) if (saysPublic(node)) return true;
  return false;
}

function saysPublic(node: ScriptNode): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) {
    const name = lastName(parent.expression) ?? '';
    const [first] = parent.arguments;
    if (/^(?:static|serveStatic|sirv|serveIndex|fastifyStatic)$/.test(name)) return true;
    // `app.get('/rates', cors(), …)`: opened for one reading route, on purpose.
    if (/^(?:get|head)$/.test(name) && first !== node && ts.isCallExpression(node)) return true;
    if (name === 'use' && first === node && ts.isPropertyAccessExpression(parent.expression))
      return onlyReads(parent.expression.expression);
    return !!first && first !== node && ts.isStringLiteralLike(first) && speaksOfFiles(first.text);
  }
  if (ts.isIfStatement(parent) && parent.thenStatement === node)
    return speaksOfFiles(parent.expression.getText());
  if (ts.isPropertyAssignment(node) && textOfName(node.name) === 'setHeaders') return true;
  if (ts.isMethodDeclaration(node) && textOfName(node.name) === 'setHeaders') return true;
  if (ts.isObjectLiteralExpression(node)) {
    const source = node.properties.find((each) => each.name && textOfName(each.name) === 'source');
    return !!source && ts.isPropertyAssignment(source) && speaksOfFiles(source.initializer.getText());
  }
  if (isFunction(node) && node.parameters.length === 1)
    if (/^allow(?:All|Any|Every)Origins?$/.test(nameOfFunction(node) ?? '')) return true;
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken)
    return ts.isArrayLiteralExpression(node.right) && speaksOfFiles(lastName(node.left) ?? '');
  const named = ts.isFunctionLike(node) || ts.isVariableDeclaration(node) ? node.name : undefined;
  return named !== undefined && speaksOfFiles(textOfName(named) ?? '');
}

/** `const router = express.Router()` of whose routes, which are several, none writes: an interface for reading. */
function onlyReads(router: ScriptNode): boolean {
  if (!ts.isIdentifier(router)) return false;
  const made = heldBy(router)?.writes[0]?.value;
  if (!made || !ts.isCallExpression(made) || lastName(made.expression) !== 'Router') return false;
  const { text } = router.getSourceFile();
  const calls = [...text.matchAll(/\b(\w{1,40})\.(\w{1,12})\(/g)].filter(([, name]) => name === router.text);
  const methods = calls.map(([, , method]) => method ?? '');
  return (
    methods.filter((each) => each === 'get').length > 2 &&
    methods.every((each) => /^(?:get|head|use)$/.test(each))
  );
}
