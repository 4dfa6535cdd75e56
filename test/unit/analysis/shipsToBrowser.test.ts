import assert from 'node:assert/strict';
import { packageFactsOf, shipsToBrowser } from '../../../server/src/analysis/packageFacts.ts';

const facts = packageFactsOf('', '{ "dependencies": { "next": "16" } }');
const ships = (text: string) => shipsToBrowser('src/page.tsx', text, facts);

describe('a script that says "use client"', () => {
  it('ships to browsers', () => assert.ok(ships('"use client"\n')));
  it('may have comments above', () => assert.ok(ships("// a\n\n/* b\n */ /** c */\n'use client';\n")));
  it('must say it first', () => assert.ok(!ships("export {};\n'use client';\n")));
  it('must not say it in a comment', () => assert.ok(!ships("// 'use client'\nexport {};\n")));
  // It took seconds with 24 comments, and hours with 40, before this was read comment by comment.
  it('may begin with any number of comments', () =>
    assert.ok(!ships(`${'/* a */\n'.repeat(200)}export {};\n`)));
});
