import type { ServerFile } from '../../analysis/routes/facts.ts';
import { serverFileOf, serverKeywords } from '../../analysis/routes/serverFile.ts';
import { defineProjectRule, type FileContext } from '../rule.ts';
import { manifestReader } from './rateLimit/manifest.ts';
import { addHelmet } from './securityHeaders/addHelmet.ts';
import { type HeaderFact, type HeaderPlace, reportBare } from './securityHeaders/conclude.ts';
import { setsHeaders, setsHeadersAtEdge } from './securityHeaders/evidence.ts';
import { isForCertificates, isForPrograms } from './securityHeaders/otherServers.ts';

export const missingSecurityHeaders = defineProjectRule<HeaderFact, HeaderPlace>({
  id: 'missing-security-headers',
  title: 'Server without security headers',
  priority: 'P1',
  category: 'security',
  confidence: 'medium',
  cwe: [693],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'project',
  languages: ['script', 'json', 'yaml', 'text'],
  keywords: [
    ...serverKeywords,
    ...[
      'helmet',
      'x-frame-options',
      'x-content-type-options',
      'content-security-policy',
      'strict-transport-security',
    ],
    ...[
      'secureheaders',
      'security',
      'lusca',
      'nosecone',
      'referrer-policy',
      'permissions-policy',
      'nosniff',
      'framedeny',
      'headers_policy',
      'headerspolicy',
    ],
  ],
  why: "Without them a browser runs scripts that somebody smuggled into a page, shows the page inside a stranger's frame, and guesses what a file is.",
  verification: [
    'The rule finds nothing: helmet or its like is in use, or a proxy in front sets the headers.',
    'An answer of the running server carries `X-Content-Type-Options` and `Content-Security-Policy`.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims: /\bsecurity headers?\b|\bhelmet(?:\.js)?\b|\bContent-?Security-?Policy\b|\bX-Frame-Options\b/i,
  collect(file, tell) {
    if (file.language === 'script') {
      if (file.fileClass === 'production' || file.fileClass === 'config') collectScript(file, tell);
      return {};
    }
    if (/(?:^|\/)package\.json$/.test(file.path)) {
      const { manifest, entry } = manifestReader();
      tell({ kind: 'manifest', manifest });
      return { entry };
    }
    return { text: () => setsHeadersAtEdge(file.path, file.text) && tell({ kind: 'edge' }) };
  },
  conclude: reportBare,
  fixes: [addHelmet],
});

function collectScript(file: FileContext, tell: (fact: HeaderFact) => void): void {
  if (setsHeaders(file.text)) tell({ kind: 'sets' });
  if (file.fileClass !== 'production') return;
  const server = serverFileOf(file);
  if (!server) return;
  const listens = server.listens ?? (isServedByPlatform(file, server) ? 'open' : undefined);
  if (listens) tell({ kind: 'listens', how: listens });
  if (server.steps.some(({ kind }) => kind === 'route') || answersWithoutRoutes(file, server))
    tell({ kind: 'routes' });
  if (isForCertificates(file.text) || isForPrograms(file.text)) return;
  for (const { kind, framework, name, place, devOnly } of server.parts) {
    if (kind === 'root' && !devOnly)
      tell({ kind: 'root', framework, name, place, listensHere: listens === 'open' });
  }
}

/** `export default app`: Workers, Bun and Deno serve what a file of Hono exports. */
const isServedByPlatform = (file: FileContext, { parts }: ServerFile): boolean =>
  parts.some(
    ({ kind, framework, name }) =>
      kind === 'root' && framework === 'hono' && name !== '' && file.text.includes(`export default ${name}`),
  );

/** Nest's controllers stand in other files; a middleware of Koa answers by itself. */
const answersWithoutRoutes = (file: FileContext, { parts, listens }: ServerFile): boolean =>
  listens === 'open' &&
  parts.some(
    ({ kind, framework }) =>
      kind === 'root' &&
      (framework === 'nest' || (framework === 'koa' && /\bctx\.(?:response\.)?body\s?=/.test(file.text))),
  );
