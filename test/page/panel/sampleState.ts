import type { Blocker, BlockerLocation, VerificationStep } from '../../../server/src/model/blocker.ts';
import type { Finding } from '../../../server/src/model/finding.ts';
import type { Range } from '../../../server/src/model/position.ts';
import { categories, type Priority, type Status, verdicts } from '../../../server/src/model/vocabulary.ts';
import type {
  DocumentState,
  FileFindings,
  FolderState,
  WorkspaceState,
} from '../../../server/src/protocol/lsp.ts';

export const folderUri = 'file:///projects/shop';
export const documentUri = `${folderUri}/BLOCKERS.md`;

const lineRange = (line: number, lines = 1): Range => ({
  start: { line, column: 1 },
  end: { line: line + lines, column: 1 },
});

const names = [
  'API keys in the source code',
  'Payment service switched off in the production server',
  'Migrations contradict each other and cannot run in order on a fresh database',
  'Sessions are kept in memory',
  'Order search is a mock',
  'Three ways to sign in, none complete',
  'A failed component takes the whole page down',
  'The price feed does not reconnect',
  'Search terms end up in SQL',
  'No production build',
  'Sign-in is not rate limited',
  'Environment is not checked at start',
  'Carts are not covered by tests',
  'Nobody is alerted when checkout fails',
  'Any origin may call the API',
];

const places = [
  'src/services/payment_gateway_service.ts',
  'src/server.ts',
  'database/migrations/',
  'src/middleware/authentication/session-store.ts',
  'ui/src/components/checkout/PaymentMethodSelector.tsx',
  'src/config/cache.ts',
];

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

function locations(n: number, priority: Priority): BlockerLocation[] {
  const count = priority === 'P0' ? 1 + (n % 4) : priority === 'P1' ? n % 2 : 0;
  return Array.from({ length: count }, (_, index) => {
    const file = pick(places, n + index);
    const startLine = 12 + n * 3 + index;
    return {
      file,
      ...(!file.endsWith('/') && { startLine, endLine: startLine + (index % 3) }),
      ...(index === 1 && { note: 'second of several' }),
      verdict: pick(verdicts, n + index - 1),
      ...(pick(verdicts, n + index - 1) === 'moved' && { movedTo: `src/moved.ts:${startLine}` }),
      range: lineRange(20 + n * 12 + index),
    };
  });
}

function steps(n: number, priority: Priority): VerificationStep[] {
  if (priority === 'P2') return [];
  const all: VerificationStep[] = [
    {
      text: 'Read the values from the environment',
      kind: 'code',
      state: 'unknown',
      range: lineRange(26 + n * 12),
    },
    {
      text: 'Tests pass',
      kind: 'command',
      state: n % 3 === 0 ? 'failed' : 'unknown',
      range: lineRange(27 + n * 12),
    },
    {
      text: 'Rotate everything that was exposed, and tell whoever holds a copy',
      kind: 'manual',
      state: n % 2 === 1 ? 'passed' : 'unknown',
      ...(n % 2 === 1 && { by: 'dana', at: '2026-01-12' }),
      range: lineRange(28 + n * 12),
    },
    { text: 'Security audit', kind: 'report', state: 'skipped', range: lineRange(29 + n * 12) },
  ];
  return all.slice(0, priority === 'P0' ? 3 + (n % 2) : 1);
}

/** A blocker as a document holds it; `n` counts from 1. */
export function sampleBlocker(n: number, priority: Priority, status: Status = 'open'): Blocker {
  return {
    id: `BLOCK-${String(n).padStart(3, '0')}`,
    name:
      n <= names.length ? pick(names, n - 1) : `${pick(names, n - 1)}, part ${Math.ceil(n / names.length)}`,
    title: 'The longer text of the Title field',
    description: 'What is wrong, in a sentence that a person wrote.',
    impact: 'What happens if it stays.',
    priority,
    category: pick(categories, n),
    status,
    ...(n % 3 === 0 && { owner: 'dana' }),
    effort: { min: 2, max: 3, unit: 'days' },
    locations: locations(n, priority),
    verification: steps(n, priority),
    range: lineRange(18 + n * 12, 10),
  };
}

const openStatuses: readonly Status[] = ['open', 'open', 'in-progress', 'open', 'in-review', 'open', 'fixed'];

/** A document shaped like those that people keep: 55 open blockers, 12 P0, 18 P1 and 25 P2. */
export function sampleDocument(): DocumentState {
  const blockers = Array.from({ length: 55 }, (_, index) => {
    const priority = index < 12 ? 'P0' : index < 30 ? 'P1' : 'P2';
    return sampleBlocker(index + 1, priority, pick(openStatuses, index));
  });
  return { uri: documentUri, path: 'BLOCKERS.md', blockers };
}

const rules: readonly (readonly [string, Priority, string])[] = [
  ['no-sql-string-concat', 'P0', 'SQL is built by concatenation: pass the values as parameters.'],
  ['no-hardcoded-secret', 'P0', 'A secret stands in the code: read it from the environment.'],
  ['cors-allow-all', 'P1', 'Any origin may call this server: name the ones that may.'],
  ['session-memory-store', 'P1', 'Sessions are kept in memory and are lost at a restart.'],
  ['no-insecure-transport', 'P2', 'Plain HTTP to another host.'],
];

export function sampleFinding(n: number, file = `src/part${Math.floor(n / 10)}/file${n % 7}.ts`): Finding {
  const [ruleId, priority, message] = pick(rules, n);
  return {
    ruleId,
    priority,
    category: 'security',
    confidence: 'high',
    message,
    file,
    range: { start: { line: 3 + n, column: 5 }, end: { line: 3 + n, column: 30 } },
    fingerprint: `fingerprint-${n}`,
    fixes: [],
    related: [],
  };
}

/** Findings as the server sends them, by file. */
export function sampleFiles(count: number, from = 0): FileFindings[] {
  const files = new Map<string, Finding[]>();
  for (let n = from; n < from + count; n++) {
    const finding = sampleFinding(n);
    files.set(finding.file, [...(files.get(finding.file) ?? []), finding]);
  }
  return [...files].map(([file, findings]) => ({ file, findings }));
}

export const sampleFolder = (parts: Partial<FolderState> = {}): FolderState => ({
  uri: folderUri,
  name: 'shop',
  scan: { phase: 'done', done: 1017, total: 1017 },
  documents: [sampleDocument()],
  files: sampleFiles(17),
  skipped: [],
  ...parts,
});

export const sampleState = (...folders: readonly FolderState[]): WorkspaceState => ({
  folders: folders.length > 0 ? folders : [sampleFolder()],
});

/** One blocker of every status, and a file that was not scanned: what the sample document has none of. */
export function mixedState(): WorkspaceState {
  const document = sampleDocument();
  const regressed: Blocker = {
    ...sampleBlocker(56, 'P0', 'verified'),
    locations: [{ file: 'src/back.ts', startLine: 7, verdict: 'regressed', range: lineRange(900) }],
  };
  const { locations: _, ...rest } = sampleBlocker(61, 'P0', 'verified');
  const others = [
    regressed,
    sampleBlocker(57, 'P0', 'accepted'),
    sampleBlocker(58, 'P0', 'deferred'),
    sampleBlocker(59, 'P0', 'dismissed'),
    sampleBlocker(60, 'P1', 'verified'),
    { ...rest, locations: [] },
  ].map((blocker) => ({ ...blocker, locations: blocker === regressed ? blocker.locations : [] }));
  return sampleState(
    sampleFolder({
      documents: [{ ...document, blockers: [...document.blockers, ...others] }],
      skipped: [{ file: 'src/generated/schema.ts', reason: 'larger than 1 MB' }],
    }),
  );
}
