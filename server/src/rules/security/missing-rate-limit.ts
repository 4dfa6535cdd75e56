import { serverFileOf, serverKeywords } from '../../analysis/routes/serverFile.ts';
import { ts } from '../../languages/script.ts';
import { defineProjectRule, type FileContext, type Visitors } from '../rule.ts';
import { addLimiter } from './rateLimit/addLimiter.ts';
import { type LimitFact, type LimitPlace, reportUnlimited } from './rateLimit/conclude.ts';
import { limitsAtEdge } from './rateLimit/edgeLimits.ts';
import { readLimits } from './rateLimit/limitsInFile.ts';
import { aliasReader, manifestReader } from './rateLimit/manifest.ts';

export const missingRateLimit = defineProjectRule<LimitFact, LimitPlace>({
  id: 'missing-rate-limit',
  title: 'Server without rate limit',
  priority: 'P0',
  category: 'security',
  confidence: 'medium',
  cwe: [770, 307],
  owasp: 'API4:2023',
  enabledByDefault: true,
  scope: 'project',
  answeredBy: 'rateLimitAtEdge',
  languages: ['script', 'json', 'yaml', 'text'],
  keywords: [
    ...serverKeywords,
    ...['"main"', '"files"', '"types"', '"bin"', '"module"', '"private"', '429'],
    ...['ratelimit', 'rate-limit', 'rate_limit', 'limit_req', 'limit-rp', 'limit-connections', 'rate_based'],
    ...[
      'ratebased',
      'throttl',
      'slowdown',
      'slow-down',
      'limiter',
      'req_rate',
      'arcjet',
      'defaultroutesettings',
    ],
  ],
  why: 'Passwords can be tried without end, and one client can use up what all share: the database, the mail quota, the bill of an AI provider.',
  verification: [
    'The rule finds nothing at the cited place.',
    'Requests above the limit are answered with 429, also through the proxy that stands in front.',
  ],
  effort: { min: 2, max: 6, unit: 'hours' },
  claims: /\brate.?limit|\bthrottl|\bbrute.?force/i,
  collect(file, tell) {
    if (file.language === 'json') return collectJson(file, tell);
    if (file.language !== 'script') {
      return { text: () => limitsAtEdge(file.path, file.text) && tell({ kind: 'edge' }) };
    }
    return file.fileClass === 'production' ? collectScript(file, tell) : {};
  },
  conclude: reportUnlimited,
  fixes: [addLimiter],
});

function collectScript(file: FileContext, tell: (fact: LimitFact) => void): Visitors {
  const server = serverFileOf(file);
  if (server) tell({ kind: 'server', server });
  const reading = readLimits(file, server);
  if (!reading) return {};
  tell({ kind: 'limits', limits: reading.limits });
  return {
    nodes: { [ts.SyntaxKind.Identifier]: reading.visit, [ts.SyntaxKind.NumericLiteral]: reading.visit },
  };
}

function collectJson(file: FileContext, tell: (fact: LimitFact) => void): Visitors {
  if (/(?:^|\/)package\.json$/.test(file.path)) {
    const { manifest, entry } = manifestReader();
    tell({ kind: 'manifest', manifest });
    return { entry };
  }
  if (/(?:^|\/)(?:ts|js)config(?:\.[\w-]+)?\.json$/.test(file.path)) {
    const { aliases, entry } = aliasReader(file.path);
    tell({ kind: 'aliases', aliases });
    return { entry };
  }
  return { text: () => limitsAtEdge(file.path, file.text) && tell({ kind: 'edge' }) };
}
