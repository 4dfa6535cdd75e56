import { ts } from '../../languages/script.ts';
import { defineProjectRule, type FileContext, type Place, type Visitors } from '../rule.ts';
import { memoryStoresIn } from './rateLimit/memoryStores.ts';
import { forks, saysInstances, saysReplicas } from './rateLimit/replicas.ts';

type Fact =
  | { readonly kind: 'limiter'; readonly place: Place }
  | { readonly kind: 'replicas'; readonly place: Place };

export const rateLimitMemoryStore = defineProjectRule<Fact>({
  id: 'rate-limit-memory-store',
  title: 'Limiter that counts in the memory of one process',
  priority: 'P2',
  category: 'security',
  confidence: 'medium',
  cwe: [770],
  owasp: 'API4:2023',
  enabledByDefault: true,
  scope: 'project',
  answeredBy: 'rateLimitAtEdge',
  languages: ['script', 'json', 'yaml'],
  keywords: [
    'ratelimit',
    'rate-limit',
    'slowdown',
    'throttler',
    '429',
    'replica',
    'instances',
    'pm2',
    'cluster',
  ],
  why: 'Each process counts for itself: with several of them the limit is as many times higher, and a restart forgets it.',
  verification: [
    'The rule finds nothing at the cited place.',
    'With two processes running, the limit is reached after as many requests as with one.',
  ],
  effort: { min: 2, max: 6, unit: 'hours' },
  claims:
    /\b(?:in-?memory|memory store)\b[^\n]{0,60}\brate.?limit|\brate.?limit[^\n]{0,60}\b(?:in-?memory|memory store)\b/i,
  collect(file, tell) {
    if (file.language !== 'script') {
      return {
        entry: (entry) =>
          saysReplicas(file.path, entry) &&
          tell({ kind: 'replicas', place: file.placeOf(entry.start, entry.end) }),
      };
    }
    const place = (node: { getStart(): number; readonly end: number }) =>
      file.placeOf(node.getStart(), node.end);
    if (/(?:^|\/)(?:ecosystem|pm2)[^/]*$/.test(file.path)) {
      return {
        nodes: {
          [ts.SyntaxKind.PropertyAssignment]: (node) =>
            void (saysInstances(node) && tell({ kind: 'replicas', place: place(node) })),
        },
      };
    }
    return file.fileClass === 'production' ? collectServer(file, place, tell) : {};
  },
  conclude(files, report) {
    const facts = files.flatMap((file) => file.facts);
    const replicas = facts.find(({ kind }) => kind === 'replicas');
    if (!replicas) return;
    for (const { kind, place } of facts) {
      if (kind !== 'limiter') continue;
      report({
        place,
        message:
          'This limit is counted in the memory of one process, and the project runs several: together they let through as many times more. Keep the count where all see it, such as in Redis.',
        related: [{ place: replicas.place, message: 'Several processes run, it says here.' }],
      });
    }
  },
  fixes: [],
});

function collectServer(
  file: FileContext,
  place: (node: { getStart(): number; readonly end: number }) => Place,
  tell: (fact: Fact) => void,
): Visitors {
  const { nodes = {} } = memoryStoresIn(file, (node) => tell({ kind: 'limiter', place: place(node) }));
  const onCall = nodes[ts.SyntaxKind.CallExpression];
  return {
    nodes: {
      ...nodes,
      [ts.SyntaxKind.CallExpression]: (node) => {
        onCall?.(node);
        if (forks(node)) tell({ kind: 'replicas', place: place(node) });
      },
    },
  };
}
