import { defineProjectRule, type FileContext } from '../rule.ts';
import { type HstsFact, hstsInScript, isNextConfig } from './hsts/inScript.ts';

export const missingHsts = defineProjectRule<HstsFact>({
  id: 'missing-hsts',
  title: 'Browsers are not told to stay on HTTPS',
  priority: 'P2',
  category: 'security',
  confidence: 'medium',
  cwe: [523],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'project',
  answeredBy: 'tlsTerminatedUpstream',
  languages: ['script', 'text', 'json', 'yaml'],
  keywords: [
    'strict-transport-security',
    'stricttransportsecurity',
    'hsts',
    'x-frame-options',
    'x-content-type-options',
    'content-security-policy',
    'helmet',
    'secureheaders',
    'ssl_certificate',
    'security',
    'lusca',
    'nosecone',
    'https',
    'http2',
    'cert',
  ],
  why: 'The first request of a visit goes over HTTP, and whoever sits on the line can keep the visitor there and read the password.',
  verification: [
    'The rule finds nothing, or a proxy in front is known to set the header.',
    'Answers over HTTPS carry `Strict-Transport-Security` with a `max-age` of at least half a year.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims: /\bHSTS\b|\bStrict-?Transport-?Security\b/i,
  collect(file, tell) {
    if (file.language === 'script') {
      return file.fileClass === 'production' || isNextConfig(file.path) ? hstsInScript(file, tell) : {};
    }
    return { text: () => inProxy(file, tell) };
  },
  conclude(files, report) {
    if (files.some(({ facts }) => facts.some(({ kind }) => kind === 'edge'))) return;
    const setIn = new Set(
      files
        .filter(({ facts }) => facts.some(({ kind }) => kind === 'set'))
        .map((each) => each.package.folder),
    );
    const told = new Set<string>();
    for (const { package: own, facts } of files) {
      for (const fact of facts) {
        if (fact.kind === 'off')
          report({ place: fact.place, message: `\`Strict-Transport-Security\` is switched off: ${rest}` });
        if (fact.kind === 'proxy' && setIn.size === 0)
          report({
            place: fact.place,
            message: `This proxy speaks TLS and sets no \`Strict-Transport-Security\`: ${rest}`,
          });
        if (fact.kind !== 'forgotten' && fact.kind !== 'server') continue;
        if (setIn.has(own.folder) || told.has(own.folder)) continue;
        told.add(own.folder);
        const what =
          fact.kind === 'server'
            ? 'This server speaks TLS itself and sets no `Strict-Transport-Security`'
            : 'Other security headers are set, `Strict-Transport-Security` is not';
        report({ place: fact.place, message: `${what}: ${rest}` });
      }
    }
  },
  fixes: [],
});

const rest =
  'the first request of a visit may stay on HTTP, where it can be read. Set the header, unless the proxy in front does.';

const proxies =
  /(?:^|\/)(?:nginx[^/]{0,60}|[^/]{1,100}\.(?:conf|conf\.template|vhost)|_headers|vercel\.json|netlify\.toml|Caddyfile|[^/]{1,100}\.ya?ml)$/i;

function inProxy(file: FileContext, tell: (fact: HstsFact) => void): void {
  if (!proxies.test(file.path) || file.fileClass !== 'production') return;
  const code = file.text.replace(/^[ \t]{0,200}#[^\n]{0,2000}$/gm, (comment) => ' '.repeat(comment.length));
  if (/strict-transport-security|\bhsts\b|stsSeconds/i.test(code)) {
    tell({ kind: 'edge' });
    return;
  }
  const listens = /^[ \t]{0,80}listen[ \t]{1,20}[^;\n]{0,60}\bssl\b[^;\n]{0,60};/m.exec(code);
  if (!listens || file.language !== 'text' || !/ssl_certificate\s/.test(code)) return;
  const start = listens.index + listens[0].length - listens[0].trimStart().length;
  tell({ kind: 'proxy', place: file.placeOf(start, listens.index + listens[0].length) });
}
