import type * as tsMorph from 'ts-morph';
import { lastName, textOfName } from '../../analysis/namedValue.ts';
import { shipsToBrowser } from '../../analysis/packageFacts.ts';
import { ts } from '../../languages/script.ts';
import { defineRule, type FileContext } from '../rule.ts';
import { allowListedOrigins, type OpenCors } from './cors/allowListedOrigins.ts';
import { placeInCloudKit } from './cors/cloudKits.ts';
import { type CorsPackage, corsPackageOf, isServerOption } from './cors/corsPackages.ts';
import type { CorsPlace } from './cors/corsPlace.ts';
import { placeInAssignment, placeInHeaders, placeInKeyValue, placeInSetter } from './cors/headers.ts';
import { placesInCall, placesInOptions } from './cors/options.ts';
import { openOrigin } from './cors/origin.ts';
import { isPublicResource } from './cors/publicResources.ts';
import { openSettings } from './cors/settingsVisitors.ts';

/** Nest's `enableCors` and the options named `cors`: the package `cors` behind them. */
const likeCors: CorsPackage = { byDefault: '*', takesList: true };

export const corsAllowAll = defineRule<OpenCors>({
  id: 'cors-allow-all',
  title: 'CORS lets every website in',
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [942, 346],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'file',
  answeredBy: 'corsAtGateway',
  languages: ['script', 'yaml', 'json', 'env', 'text'],
  keywords: [
    'cors',
    'access-control-allow-origin',
    'accesscontrolalloworigin',
    'allowed_origin',
    '"origin"',
    '"allowedorigins"',
  ],
  why: 'Any page that a user opens can call the server from the browser and read the answer: what is behind a firewall or, where credentials are allowed, what belongs to the user who is signed in.',
  verification: [
    'The rule finds nothing: origins are a list, or a function that asks one.',
    'A request with `Origin: https://attacker.example` gets no `Access-Control-Allow-Origin` back.',
  ],
  effort: { min: 1, max: 2, unit: 'hours' },
  claims:
    /\bCORS\b.{0,60}(?:\b(?:wildcard|all origins|any origin|every|permissive|open|misconfigur\w*|too broad)\b|\*)|\b(?:wildcard|permissive|open|allow(?:s|ing)? all)\b.{0,40}\b(?:CORS|origins?)\b/i,
  check(file, report) {
    if (file.language !== 'script') return openSettings(file, report);
    if (!isServerCode(file)) return {};
    const told = new Set<number>();
    const tell = (place: CorsPlace | undefined) => {
      if (!place || told.has(place.node.getStart())) return;
      if (!place.credentials && isPublicResource(place.node, file.path)) return;
      told.add(place.node.getStart());
      report({
        start: place.node.getStart(),
        end: place.node.end,
        message: messageOf(place),
        ...(place.credentials ? { priority: 'P0' as const } : {}),
        ...(place.kind === 'falls-back' ? { confidence: 'medium' as const } : {}),
        data: { list: place.list, variable: place.variable },
      });
    };
    return {
      nodes: {
        [ts.SyntaxKind.CallExpression]: (node) => {
          for (const place of placesOfCall(node as tsMorph.ts.CallExpression)) tell(place);
        },
        [ts.SyntaxKind.BinaryExpression]: (node) =>
          tell(placeInAssignment(node as tsMorph.ts.BinaryExpression)),
        [ts.SyntaxKind.PropertyAssignment]: (node) => {
          const property = node as tsMorph.ts.PropertyAssignment;
          for (const place of placesOfOption(property)) tell(place);
          tell(placeInHeaders(property) ?? placeInKeyValue(property) ?? placeInCloudKit(property));
        },
      },
    };
  },
  fixes: [allowListedOrigins],
});

/** Next keeps its headers in its configuration; other configurations are for builds and their servers. */
const isServerCode = (file: FileContext): boolean =>
  (file.fileClass === 'production' && !shipsToBrowser(file.path, file.text, file.package)) ||
  /(?:^|\/)next\.config\.[cm]?[jt]s$/.test(file.path);

function placesOfCall(call: tsMorph.ts.CallExpression): readonly CorsPlace[] {
  const name = lastName(call.expression);
  const [first, second] = call.arguments;
  const direct = corsPackageOf(call.expression);
  if (direct) return placesInCall(call, first, direct);
  if (name === 'register' && first) {
    const plugin = corsPackageOf(first);
    return plugin ? placesInCall(call, second, plugin) : [];
  }
  if (name === 'enableCors' && isNest(call)) return placesInCall(call, first, likeCors);
  const header = placeInSetter(call);
  return header ? [header] : [];
}

const isNest = (call: tsMorph.ts.CallExpression): boolean =>
  /^app\.enableCors$/.test(call.expression.getText().slice(0, 20)) ||
  /['"]@nestjs\/[\w-]+['"]/.test(call.getSourceFile().text);

/** `cors: true`, `cors: { origin: '*' }` in the options of socket.io, Nest and the like. */
function placesOfOption(property: tsMorph.ts.PropertyAssignment): readonly CorsPlace[] {
  if (textOfName(property.name) !== 'cors' || !isServerOption(property)) return [];
  const { initializer } = property;
  const open = openOrigin(initializer);
  if (!open) return placesInOptions(initializer, property, { ...likeCors, byDefault: undefined });
  const list = { start: initializer.getStart(), end: initializer.end, before: '{ origin: ', after: ' }' };
  return [{ node: property, kind: open.kind, credentials: false, list }];
}

function messageOf({ kind, credentials, variable }: CorsPlace): string {
  if (kind === '*' && credentials)
    return 'Every website may call this server, and credentials are asked for: browsers refuse that with a star, and whoever repairs it by reflecting the origin hands out sessions. List the origins that may.';
  const who = credentials
    ? 'Every website may call this server in the name of whoever is signed in'
    : 'Every website may call this server from a browser';
  const because = {
    '*': 'all origins are allowed',
    reflects: 'whichever origin asks is allowed',
    weak: 'only a part of the origin is compared, and a host that its owner names alike passes',
    null: 'any page can ask as `null`, from a frame in a sandbox',
    'falls-back': `all origins are allowed where ${variable ? `\`${variable}\`` : 'nothing else'} is not set`,
  }[kind];
  return `${who}: ${because}. List the origins that may.`;
}
