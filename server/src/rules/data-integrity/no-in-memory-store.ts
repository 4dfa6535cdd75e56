import { commentsIn } from '../../analysis/comments.ts';
import { isDevGuarded } from '../../analysis/devGuards.ts';
import { shipsToBrowser } from '../../analysis/packageFacts.ts';
import { type ScriptFile, ts } from '../../languages/script.ts';
import type { Confidence } from '../../model/index.ts';
import { defineRule, type FileContext } from '../rule.ts';
import { type Collection, collectionsIn } from './inMemoryStore/candidates.ts';
import { inMemory, meant, rows, saysForNow, storeName } from './inMemoryStore/names.ts';
import { type Uses, usesIn } from './inMemoryStore/uses.ts';

export const noInMemoryStore = defineRule({
  id: 'no-in-memory-store',
  title: 'Data kept in memory only',
  priority: 'P0',
  category: 'data-integrity',
  confidence: 'medium',
  cwe: [],
  enabledByDefault: true,
  scope: 'file',
  languages: ['script'],
  why: 'Whatever people saved is gone with the next restart or deployment, and two processes each know a different half of it.',
  verification: [
    'The rule finds nothing at the cited places.',
    'What is saved is there after a restart, and from a second process.',
  ],
  effort: { min: 1, max: 3, unit: 'days' },
  claims:
    /\bin[- ]memory\b.{0,30}\b(?:stor\w+|data\w*|database|session\w*|map|arrays?)\b|\b(?:data|sessions?) (?:is |are )?(?:lost|gone) (?:on|after) restarts?\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isElsewhere(file)) return {};
    return {
      nodes: {
        [ts.SyntaxKind.SourceFile]: (node) => {
          const script = node as ScriptFile;
          const collections = collectionsIn(script);
          if (collections.length === 0) return;
          for (const [collection, uses] of usesIn(script, collections)) {
            const confidence = confidenceOf(collection, uses, script);
            if (!confidence || isDevGuarded(collection.node)) continue;
            report({
              start: collection.node.name.getStart(),
              end: collection.node.name.end,
              message: `\`${collection.name}\` is the only place where these rows are kept: they are gone with the next restart, and no other process sees them. Keep them in a database.`,
              confidence,
            });
          }
        },
      },
    };
  },
  fixes: [],
});

const standIns = /^(?:mocks?|fakes?|stubs?|cache|registry)$/i;

/** Code of browsers and command lines: their memory is theirs. */
function isElsewhere(file: FileContext): boolean {
  const { path, text } = file;
  if (/\.[jt]sx$/.test(path) || text.startsWith('#!')) return true;
  if (/(?:^|\/)(?:cli|commands?|hooks?|components?|utils?\/cache|lib\/cache)\//.test(path)) return true;
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (/^in-?memory/i.test(name) || name.split(/[.-]/).some((word) => standIns.test(word))) return true;
  if (/\bfrom ['"](?:react|vue|svelte|@angular\/core|commander|yargs|zustand|pinia)['"]/.test(text))
    return true;
  return shipsToBrowser(path, text, file.package);
}

function confidenceOf(collection: Collection, uses: Uses, script: ScriptFile): Confidence | undefined {
  const written = uses.byHandler + uses.byWriter + uses.byOther;
  if (written === 0 || uses.isLive || uses.isBounded) return undefined;
  const comment = commentAbove(collection, script);
  if (meant.test(comment)) return undefined;
  if (saysForNow(comment)) return 'high';
  const isNamed = rows.test(collection.name) || storeName.test(collection.name);
  if (inMemory.test(comment) && (isNamed || uses.byHandler > 0)) return 'high';
  // Rows of requests in a list that has their name are kept to be read, if only by another file.
  if (uses.reads === 0) return uses.byHandler > 0 && isNamed ? 'medium' : undefined;
  if (uses.byHandler > 0) return isNamed ? 'high' : 'medium';
  // `findAll() { return this.cats; }`: the one object of a service hands out the list itself.
  const isRead = uses.lookups > 0 || /(?:Service|Repository|Repo|Dao|DAO)$/.test(collection.owner ?? '');
  return uses.byWriter > 0 && isRead && isNamed ? 'medium' : undefined;
}

/** What comments say right above a declaration, and behind it on its line. */
function commentAbove({ statement }: Collection, script: ScriptFile): string {
  const { text } = script;
  const line = text.indexOf('\n', statement.end);
  const from = statement.pos;
  const to = line < 0 ? text.length : line;
  const start = statement.getStart();
  return commentsIn(script)
    .filter(
      (each) => (each.start >= from && each.end <= start) || (each.start >= statement.end && each.start < to),
    )
    .map((each) => text.slice(each.start, each.end))
    .join('\n');
}
