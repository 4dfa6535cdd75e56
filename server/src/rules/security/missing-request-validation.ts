import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isFunction } from '../../analysis/functions.ts';
import { handlerOf } from '../../analysis/http/handlers.ts';
import { isGuarded } from '../../analysis/http/validation.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type FileContext } from '../rule.ts';
import { looksByItself, savesItself, takesBody } from './requestValidation/evidence.ts';
import { fieldsTaken } from './requestValidation/fields.ts';

/** Libraries by which routes check what they are sent, often in another file than the handler. */
const libraries =
  /^(?:zod|joi|@hapi\/joi|yup|ajv|valibot|celebrate|express-validator|express-joi-validation|express-zod-api|zod-express-middleware|class-validator|superstruct|io-ts|runtypes|arktype|@sinclair\/typebox|validate\.js|jsonschema|express-json-validator-middleware|express-openapi-validator|@vinejs\/vine|fastest-validator|tsoa|zod-validation-error|@typeschema\/main|effect)$/;

const ownModels = /\b(?:mongoose|sequelize|typeorm|bookshelf)\b/;

export const missingRequestValidation = defineRule({
  id: 'missing-request-validation',
  title: 'A handler takes what it is sent as it is',
  priority: 'P1',
  category: 'security',
  confidence: 'medium',
  cwe: [20],
  owasp: 'A03:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  keywords: ['body', '.json()', 'formdata', 'payload'],
  why: 'Clients send what they like: nothing, lists in the place of texts, a megabyte in the place of a name. What no schema stops goes on into the program and its database.',
  verification: [
    'The rule finds nothing: each handler that reads a body has it checked first.',
    'A test sends an empty body, and one of other types, and is answered with 400.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims:
    /\b(?:request|input|body|payload) validation\b|\b(?:unvalidated|unchecked) (?:requests?|inputs?|body|payload)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production') return {};
    const libraryKnown = [...file.package.dependencies].some((each) => libraries.test(each));
    const look = (node: ScriptNode) => {
      if (!isFunction(node)) return;
      const handler = handlerOf(node);
      if (!handler || handler.shape === 'socket' || !takesBody(handler)) return;
      // Its route, and what stands before it there, is written in a file that can't be seen from here.
      if (libraryKnown && !handler.registration && /^(?:connect|fastify|context|hapi)$/.test(handler.shape))
        return;
      // Models of a project that has such a library, and of no other that would: they check what they save.
      if (libraryKnown && !ownModels.test(file.text) && savesItself(handler)) return;
      if (isGuarded(handler) || looksByItself(handler) || isDevGuarded(node)) return;
      const [first] = fieldsTaken(handler);
      if (!first) return;
      report({ start: first.getStart(), end: first.end, message });
    };
    if (isCheckedByFramework(file)) return {};
    return {
      nodes: {
        [ts.SyntaxKind.FunctionDeclaration]: look,
        [ts.SyntaxKind.FunctionExpression]: look,
        [ts.SyntaxKind.ArrowFunction]: look,
        [ts.SyntaxKind.MethodDeclaration]: look,
      },
    };
  },
  fixes: [],
});

const message =
  'The handler goes on with what it is sent, whatever that is. Parse it with a schema first, and answer 400 where it does not fit.';

/** A specification in front of all routes, or a validator that the file puts there. */
const isCheckedByFramework = ({ text, package: { dependencies } }: FileContext): boolean =>
  dependencies.has('express-openapi-validator') ||
  /\.use\(\s*(?:\w+\.)?(?:validat\w*|celebrate|OpenApiValidator|openApi\w*)|useGlobalPipes\(/.test(text);
