import type * as tsMorph from 'ts-morph';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { isCompose } from '../../analysis/docker/manifests.ts';
import { lastName, textOfName } from '../../analysis/namedValue.ts';
import { shipsToBrowser } from '../../analysis/packageFacts.ts';
import { plain } from '../../analysis/unwrapped.ts';
import { type ScriptNode, ts } from '../../languages/script.ts';
import { defineRule, type FileContext, type Report, type Visitors } from '../rule.ts';
import { allowListedOrigins, type OpenCors } from './cors/allowListedOrigins.ts';
import { corsPackageOf, isServerOption } from './cors/corsPackages.ts';
import { corsIn, isDeployed } from './cors/inSettings.ts';
import { isLocalOrigin, isOnlyLocal } from './cors/localOrigins.ts';
import { onlyValueOf } from './cors/origin.ts';

const message =
  "Only pages of one's own machine may call this server: in production the real site is refused. Read the origins from the environment.";

export const corsLocalhostOnly = defineRule<OpenCors>({
  id: 'cors-localhost-only',
  title: "CORS lets in nobody but one's own machine",
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [942],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script', 'yaml', 'json'],
  keywords: ['cors', 'access-control-allow-origin', '"origin"', '"allowedorigins"'],
  why: "In production the site itself is refused, and whoever repairs that in a hurry writes a star; until then every page on a visitor's own machine may call the server.",
  verification: [
    'The rule finds nothing: the origins come from the environment.',
    'A request from the real site gets its own origin back, one from `http://localhost:3000` does not.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims: /\bCORS\b.{0,60}\blocalhost\b|\blocalhost\b.{0,40}\bCORS\b/i,
  check(file, report) {
    if (file.language !== 'script') return isDeployed(file) ? localSettings(file, report) : {};
    const isServer = file.fileClass === 'production' && !shipsToBrowser(file.path, file.text, file.package);
    if (!isServer && !/(?:^|\/)next\.config\.[cm]?[jt]s$/.test(file.path)) return {};
    if (
      !/localhost|127\.0\.0\.1|0\.0\.0\.0/.test(file.text) ||
      /(?:^|[/._-])(?:dev|local|mock)(?:[/._-]|$)/i.test(file.path)
    )
      return {};
    const tell = (place: ScriptNode, value: ScriptNode, takesList: boolean) => {
      if (isDevGuarded(place) || !isOnlyLocal(value)) return;
      const isWritten = ts.isStringLiteralLike(plain(value)) || ts.isArrayLiteralExpression(plain(value));
      const list =
        takesList && isWritten
          ? { start: value.getStart(), end: value.end, before: '', after: '' }
          : undefined;
      report({
        start: place.getStart(),
        end: place.end,
        message,
        data: { list, variable: undefined },
      });
    };
    const options = (node: ScriptNode | undefined, takesList: boolean) => {
      const origin = node && originIn(node);
      if (origin) tell(origin.place, origin.value, takesList);
    };
    const header = (node: ScriptNode) => {
      if (!ts.isStringLiteralLike(node) || !/^access-control-allow-origin$/i.test(node.text)) return;
      const value = valueOfHeader(node);
      if (value) tell(value.place, value.value, false);
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          const call = node as tsMorph.ts.CallExpression;
          const name = lastName(call.expression);
          const [first, second] = call.arguments;
          const known =
            corsPackageOf(call.expression) ??
            (name === 'register' && first ? corsPackageOf(first) : undefined);
          if (known) options(name === 'register' ? second : first, known.takesList);
          else if (name === 'enableCors') options(first, true);
        },
        [ts.SyntaxKind.PropertyAssignment]: (node) => {
          const { name, initializer } = node as tsMorph.ts.PropertyAssignment;
          if (textOfName(name) === 'cors' && isServerOption(node)) options(initializer, true);
        },
        [ts.SyntaxKind.StringLiteral]: header,
        [ts.SyntaxKind.NoSubstitutionTemplateLiteral]: header,
      },
    };
  },
  fixes: [allowListedOrigins],
});

/** In manifests of what is deployed; Docker Compose runs on one's own machine as well. */
function localSettings(file: FileContext, report: (report: Report<OpenCors>) => void): Visitors {
  if (!/localhost|127\.0\.0\.1/.test(file.text) || isCompose(file.path, file.text)) return {};
  return {
    entries: (entries) => {
      for (const { origins, isVariable } of corsIn(entries, file.path)) {
        const [first] = origins;
        if (!first || isVariable || !origins.every(({ value }) => isLocalOrigin(value.replace(/^'|'$/g, ''))))
          continue;
        report({ start: first.start, end: first.end, message });
      }
    },
  };
}

/** The origin in the options of a cors package, also where these stand in a constant. */
function originIn(node: ScriptNode): { readonly place: ScriptNode; readonly value: ScriptNode } | undefined {
  const value = plain(node);
  if (ts.isIdentifier(value)) {
    const held = onlyValueOf(value);
    return held && ts.isObjectLiteralExpression(plain(held)) ? originIn(held) : undefined;
  }
  if (!ts.isObjectLiteralExpression(value)) return undefined;
  for (const each of value.properties) {
    if (!each.name || textOfName(each.name) !== 'origin') continue;
    if (ts.isPropertyAssignment(each)) return { place: each, value: each.initializer };
    if (ts.isShorthandPropertyAssignment(each)) return { place: each, value: each.name };
    if (ts.isMethodDeclaration(each)) return { place: each, value: each };
  }
  return undefined;
}

/** What the header is given, in a call, in an object, or as `key` and `value`. */
function valueOfHeader(
  name: ScriptNode,
): { readonly place: ScriptNode; readonly value: ScriptNode } | undefined {
  const { parent } = name;
  if (ts.isCallExpression(parent) && parent.arguments[0] === name) {
    const value = parent.arguments[1];
    return value && /^(?:setHeader|header|set|append)$/.test(lastName(parent.expression) ?? '')
      ? { place: parent, value }
      : undefined;
  }
  if (ts.isPropertyAssignment(parent) && parent.name === name)
    return { place: parent, value: parent.initializer };
  if (
    ts.isElementAccessExpression(parent) &&
    ts.isBinaryExpression(parent.parent) &&
    parent.parent.left === parent
  )
    return { place: parent.parent, value: parent.parent.right };
  if (!ts.isPropertyAssignment(parent) || textOfName(parent.name) !== 'key') return undefined;
  const value = parent.parent.properties.find((each) => each.name && textOfName(each.name) === 'value');
  return value && ts.isPropertyAssignment(value) ? { place: value, value: value.initializer } : undefined;
}
