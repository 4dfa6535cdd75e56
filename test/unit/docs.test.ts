import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { generatedDocs } from '../../scripts/lib/generatedDocs.ts';
import { fromRoot } from '../../scripts/paths.ts';
import { settingsFrom } from '../../server/src/lsp/settings.ts';

describe('the documentation', () => {
  it('has the page of every rule, as the rule is now (npm run docs writes them)', async () => {
    for (const [path, text] of await generatedDocs()) {
      assert.ok(existsSync(fromRoot(path)), `${path} is missing`);
      assert.equal(readFileSync(fromRoot(path), 'utf8'), text, path);
    }
  });

  it('lists every setting of the manifest in the README, with its default', () => {
    const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
    const readme = readFileSync(fromRoot('README.md'), 'utf8');
    const { properties } = manifest.contributes.configuration;
    for (const [name, { default: value }] of Object.entries<{ default: unknown }>(properties)) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      const shown = text === '' ? '*(empty)*' : `\`${text}\``;
      assert.ok(readme.includes(`| \`${name}\` | ${shown} |`), `${name} with ${shown}`);
    }
  });
});

describe("the manifest's settings", () => {
  it('are the ones that the server reads, with the same defaults', () => {
    const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
    const fromManifest: Record<string, unknown> = {};
    const { properties } = manifest.contributes.configuration;
    for (const [name, { default: value }] of Object.entries<{ default: unknown }>(properties)) {
      // The client reads this one itself.
      if (name === 'productionBlockers.trace.server') continue;
      const [, ...path] = name.split('.');
      const last = path.pop() as string;
      let at = fromManifest;
      for (const key of path) {
        at[key] ??= {};
        at = at[key] as Record<string, unknown>;
      }
      at[last] = value;
    }
    assert.deepEqual(settingsFrom(undefined), fromManifest);
  });

  it('fall back to their defaults where a value is wrong', () => {
    assert.deepEqual(
      settingsFrom({ diagnostics: { scope: 'everything' }, user: 7 }),
      settingsFrom(undefined),
    );
  });
});
