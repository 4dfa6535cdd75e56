import type * as tsMorph from 'ts-morph';
import { ts } from '../../languages/script.ts';
import { lastName } from '../namedValue.ts';
import { literalText } from '../routes/syntax.ts';
import { handlerOf, placeOfParameter } from './handlers.ts';
import type { Origin, RequestPart } from './requestParts.ts';

/** What decorators of Nest and the like put into a parameter. */
const decorators: Readonly<Record<string, RequestPart>> = {
  Body: 'body',
  RawBody: 'body',
  BodyParam: 'body',
  Query: 'query',
  QueryParam: 'query',
  QueryParams: 'query',
  Param: 'params',
  Params: 'params',
  Headers: 'headers',
  Header: 'headers',
  HeaderParam: 'headers',
  Cookies: 'cookies',
  CookieParam: 'cookies',
  UploadedFile: 'files',
  UploadedFiles: 'files',
};

/** Pipes that let nothing through but numbers, truth values, ids and listed texts. */
const strictPipe = /^Parse(?:Int|Float|Bool|UUID|Enum|Date|ObjectId\w*|MongoId)Pipe$/;

/** What a parameter is given, as far as the function around it tells. */
export function originOfParameter(parameter: tsMorph.ts.ParameterDeclaration): Origin | undefined {
  const decorated = ts.getDecorators(parameter);
  if (decorated && decorated.length > 0) return originOfDecorators(parameter, decorated);
  const place = placeOfParameter(parameter);
  if (!place) return undefined;
  const role = handlerOf(place.owner)?.roles[place.index];
  if (role === 'request' || role === 'context' || role === 'event') return { holder: role };
  if (role === 'input') {
    const form =
      /^(?:_?formData|form|data)$/i.test(parameter.name.getText()) && typeOf(parameter) === 'FormData';
    if (form) return { holder: 'pairs', part: 'body', source: parameter };
    const socket = handlerOf(place.owner)?.shape === 'socket';
    return { part: socket ? 'message' : 'body', keys: [], text: false, source: parameter };
  }
  // Any function may be handed the request on.
  return role === undefined ? originByName(parameter) : undefined;
}

function originOfDecorators(
  parameter: tsMorph.ts.ParameterDeclaration,
  decorated: readonly tsMorph.ts.Decorator[],
): Origin | undefined {
  for (const { expression } of decorated) {
    const call = ts.isCallExpression(expression) ? expression : undefined;
    const name = lastName(call?.expression ?? expression) ?? '';
    if (/^Req(?:uest)?$/.test(name)) return { holder: 'request' };
    if (/^(?:Ctx|Context)$/.test(name)) return { holder: 'context' };
    const part = Object.hasOwn(decorators, name) ? decorators[name] : undefined;
    if (!part) continue;
    const args = call?.arguments ?? [];
    if (
      args.some((each) => strictPipe.test(lastName(ts.isNewExpression(each) ? each.expression : each) ?? ''))
    )
      return undefined;
    const key = literalText(args[0]);
    const text = key !== undefined && (part === 'params' || part === 'headers');
    return { part, keys: key === undefined ? [] : [key], text, source: parameter };
  }
  return undefined;
}

const typeOf = ({ type }: tsMorph.ts.ParameterDeclaration): string =>
  type && ts.isTypeReferenceNode(type) ? (lastNameOfType(type.typeName) ?? '') : '';

const lastNameOfType = (name: tsMorph.ts.EntityName): string =>
  ts.isIdentifier(name) ? name.text : name.right.text;

/** Types of requests themselves; `CreateUserRequest` is what a program made of one. */
const requestTypes =
  /^(?:Request|NextRequest|NextApiRequest|FastifyRequest|IncomingMessage|(?:Express|Http|Auth|Authed|Authenticated|Authorized|Custom|Extended|Typed|User|Session)Request|RequestWith\w+|RequestEvent)$/;

/** `function clientOf(req)`: by its name, unless its type says otherwise. */
function originByName(parameter: tsMorph.ts.ParameterDeclaration): Origin | undefined {
  if (!ts.isIdentifier(parameter.name)) return undefined;
  const name = parameter.name.text;
  const type = typeOf(parameter);
  if (/^_?(?:req|request)$/i.test(name)) {
    const untyped = parameter.type === undefined || parameter.type.kind === ts.SyntaxKind.AnyKeyword;
    return requestTypes.test(type) || (untyped && name === 'req') ? { holder: 'request' } : undefined;
  }
  if (name === 'ctx' && /^(?:\w*Context)?$/.test(type) && (type !== '' || !parameter.type))
    return { holder: 'context' };
  if (requestTypes.test(type)) return { holder: 'request' };
  return /^(?:APIGatewayProxyEvent\w*|APIGatewayEvent|H3Event)$/.test(type) ? { holder: 'event' } : undefined;
}
