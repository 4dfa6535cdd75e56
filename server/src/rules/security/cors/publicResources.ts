import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';

/** Words for what any site may load: fonts, pictures, files, and documents that say who a server is. */
const words =
  /(?:^|[^a-z])(?:fonts?|woff2?|assets?|static|cdn|public|favicon|images?|img|media|thumbnails?|avatars?|uploads?|oembed|embeds?|widgets?|badges?|sitemap|robots|manifest|well-?known|jwks|openid|oauth|openapi|swagger|docs|tiles?)(?:$|[^a-z])/;

/** `serveFontFile`, `/static/*`, `WELL_KNOWN`: as words. */
const speaksOfFiles = (text: string): boolean =>
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
  const named = ts.isFunctionLike(node) || ts.isVariableDeclaration(node) ? node.name : undefined;
  return named !== undefined && speaksOfFiles(textOfName(named) ?? '');
}
