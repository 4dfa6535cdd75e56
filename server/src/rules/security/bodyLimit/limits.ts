import type * as tsMorph from 'ts-morph';
import { heldBy } from '../../../analysis/constants.ts';
import { isMadeHere } from '../../../analysis/madeHere.ts';
import { lastName, textOfName } from '../../../analysis/namedValue.ts';
import { propertyOf } from '../../../analysis/routes/syntax.ts';
import { plain } from '../../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../../languages/script.ts';
import { bytesOf } from './sizes.ts';

/** A limit that lets too much in. */
export interface Limit {
  readonly node: ScriptNode;
  readonly bytes: number;
  readonly what: 'body' | 'upload';
}

const megabyte = 2 ** 20;
/** More than this no JSON, form or text needs, and no server has memory for at a hundred requests a second. */
const mostOfBody = 10 * megabyte;
/** Files are larger. */
const mostOfUpload = 100 * megabyte;

const parsers =
  /^(?:json|urlencoded|text|raw|koaBody|koaBodyparser|bodyParser|bodyparser|jsonParser|urlencodedParser|bodyLimit)$/i;
const uploads =
  /^(?:multer|formidable|IncomingForm|fileUpload|busboy|Busboy|multipart|fastifyMultipart|FileInterceptor|FilesInterceptor|FileFieldsInterceptor|AnyFilesInterceptor)$/;
/** Options of parsers, and of frameworks and servers, that limit bodies. */
const ofParser = /^(?:limit|jsonLimit|formLimit|textLimit|xmlLimit|maxSize)$/;
const ofServer = /^(?:bodyLimit|maxRequestBodySize|maxBytes|bodySizeLimit|maxBodySize|bodyParserLimit)$/;
const ofUpload = /^(?:fileSize|maxFileSize|maxTotalFileSize|maxFieldsSize|fieldSize)$/;

/** `express.json({ limit: '50mb' })`, `multer({ limits: { fileSize } })`, and others, their options in a variable too. */
export function limitInCall(call: tsMorph.ts.CallExpression | tsMorph.ts.NewExpression): Limit | undefined {
  const name = lastName(plain(call.expression)) ?? '';
  const isParser = parsers.test(name);
  const isUpload = uploads.test(name);
  if (name === 'useBodyParser') return inOptions(call.arguments?.[1], ofParser, 'body');
  if (name === 'register') {
    const plugin = call.arguments?.[0];
    if (!plugin || !/multipart/i.test(plugin.getText().slice(0, 100))) return undefined;
    return inOptions(call.arguments?.[1], ofUpload, 'upload');
  }
  if ((!isParser && !isUpload) || isMadeHere(call.expression)) return undefined;
  // The one route that takes more has a parser of its own: what takes files may take as much.
  const isForUploads = isParser && isOnUploadPath(call);
  for (const each of call.arguments ?? []) {
    const found = isParser ? inOptions(each, ofParser, 'body') : inOptions(each, ofUpload, 'upload');
    if (found && !(isForUploads && found.bytes <= mostOfUpload)) return found;
  }
  return undefined;
}

/** `app.use('/api/upload', express.raw({ limit: '50mb' }))` */
function isOnUploadPath({ parent }: ScriptNode): boolean {
  const [path] = ts.isCallExpression(parent) ? parent.arguments : [];
  return (
    !!path &&
    ts.isStringLiteralLike(path) &&
    /uploads?|files?|images?|avatars?|photos?|videos?|media|attachments?|imports?|documents?/i.test(path.text)
  );
}

function inOptions(argument: ScriptNode | undefined, names: RegExp, what: Limit['what']): Limit | undefined {
  const options = objectOf(argument);
  if (!options) return undefined;
  for (const property of options.properties) {
    if (!ts.isPropertyAssignment(property) && !ts.isShorthandPropertyAssignment(property)) continue;
    const name = textOfName(property.name) ?? '';
    if (names.test(name)) {
      const limit = tooMuch(property, what);
      if (limit) return limit;
    }
    // `limits: { fileSize }`, `formidable: { maxFileSize }`.
    if (/^(?:limits|formidable)$/.test(name)) {
      const inner = inOptions(heldIn(property), ofUpload, 'upload');
      if (inner) return inner;
    }
  }
  return undefined;
}

function objectOf(argument: ScriptNode | undefined): tsMorph.ts.ObjectLiteralExpression | undefined {
  if (!argument) return undefined;
  const node = plain(argument);
  if (ts.isObjectLiteralExpression(node)) return node;
  const held = ts.isIdentifier(node) ? heldBy(node) : undefined;
  const value = held?.writes[0] && plain(held.writes[0].value);
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}

/** Options that speak for themselves wherever they stand: Fastify's `bodyLimit`, Next's `sizeLimit`. */
export function limitInProperty(property: tsMorph.ts.PropertyAssignment): Limit | undefined {
  const name = textOfName(property.name) ?? '';
  if (ofServer.test(name)) {
    // Hapi's `payload: { maxBytes }` where it isn't a stream.
    if (name === 'maxBytes' && textOfName(holderOf(property) ?? property.name) !== 'payload')
      return undefined;
    if (isStream(property)) return undefined;
    return tooMuch(property, 'body');
  }
  return name === 'sizeLimit' && textOfName(holderOf(property) ?? property.name) === 'bodyParser'
    ? tooMuch(property, 'body')
    : undefined;
}

/** The name of the property whose object a property stands in. */
function holderOf(property: tsMorph.ts.PropertyAssignment): ScriptNode | undefined {
  const holder = property.parent.parent;
  return ts.isPropertyAssignment(holder) ? holder.name : undefined;
}

const isStream = (property: tsMorph.ts.PropertyAssignment): boolean => {
  const output = propertyOf(property.parent, 'output');
  return output !== undefined && /stream|file/.test(output.getText());
};

type Option = tsMorph.ts.PropertyAssignment | tsMorph.ts.ShorthandPropertyAssignment;

const heldIn = (option: Option): ScriptNode =>
  ts.isPropertyAssignment(option) ? option.initializer : option.name;

function tooMuch(property: Option, what: Limit['what']): Limit | undefined {
  const bytes = bytesOf(heldIn(property));
  const most = what === 'body' ? mostOfBody : mostOfUpload;
  return bytes !== undefined && bytes > most ? { node: property, bytes, what } : undefined;
}
