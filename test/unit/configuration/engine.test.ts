import assert from 'node:assert/strict';
import { Engine } from '../../../server/src/engine/engine.ts';
import { neverCancelled } from '../../../server/src/engine/ports.ts';
import type { Finding } from '../../../server/src/model/index.ts';
import { rules } from '../../../server/src/rules/index.ts';
import { MemoryWorkspace } from '../../support/memoryWorkspace.ts';
import { namedSecret } from '../../support/secrets.ts';

const secret = `export const apiKey = '${namedSecret}';\n`;
const rule = 'no-hardcoded-secret';

/** The findings of a scan; configurations by folder. */
async function scan(
  files: Record<string, string>,
  configurations: Record<string, object>,
): Promise<Engine & { found: Finding[] }> {
  const all = { ...files };
  for (const [folder, value] of Object.entries(configurations)) {
    all[`${folder}production-blockers.json`] = JSON.stringify(value);
  }
  const engine = new Engine(new MemoryWorkspace(all), rules, { today: () => '2026-01-20' });
  const found: Finding[] = [];
  await engine.scan(neverCancelled, ({ findings }) => found.push(...findings));
  return Object.assign(engine, { found });
}

describe('a configuration', () => {
  it('switches a rule off, and a nested one on again', async () => {
    const { found } = await scan(
      { 'a.ts': secret, 'api/a.ts': secret },
      { '': { rules: { [rule]: 'off' } }, 'api/': { rules: { [rule]: 'P1' } } },
    );
    assert.deepEqual(
      found.map(({ file, priority }) => [file, priority]),
      [['api/a.ts', 'P1']],
    );
  });

  it('excludes files by patterns relative to itself', async () => {
    const { found } = await scan(
      { 'gen/a.ts': secret, 'api/gen/a.ts': secret },
      { 'api/': { exclude: ['/gen'] } },
    );
    assert.deepEqual(
      found.map(({ file }) => file),
      ['gen/a.ts'],
    );
  });

  it('lists what it ignores, with the reason, and lets the rest count', async () => {
    const ignore = [{ rule, path: 'config/*.json', reason: 'a local queue' }];
    const json = `{ "apiKey": "${namedSecret}" }`;
    const { found } = await scan({ 'config/a.json': json, 'other/a.json': json }, { '': { ignore } });
    assert.deepEqual(
      found.map(({ file, suppressed }) => [file, suppressed]),
      [
        ['config/a.json', { kind: 'config', reason: 'a local queue' }],
        ['other/a.json', undefined],
      ],
    );
  });

  it('can ignore one finding by its fingerprint', async () => {
    const before = await scan({ 'a.ts': secret + secret }, {});
    const fingerprint = before.found[1]?.fingerprint;
    const { found } = await scan(
      { 'a.ts': secret + secret },
      { '': { ignore: [{ rule, path: 'a.ts', fingerprint, reason: 'old' }] } },
    );
    assert.deepEqual(
      found.map(({ suppressed }) => suppressed?.kind),
      [undefined, 'config'],
    );
  });

  it('mutes what is in the baseline, and nothing new', async () => {
    const before = await scan({ 'a.ts': secret }, {});
    const baseline = JSON.stringify({
      schemaVersion: 1,
      taken: '2026-01-01',
      fingerprints: before.found.map(({ fingerprint }) => fingerprint),
    });
    const { found } = await scan(
      { 'a.ts': secret + secret, 'production-blockers.baseline.json': baseline },
      {},
    );
    assert.deepEqual(
      found.map(({ suppressed }) => suppressed?.kind),
      ['baseline', undefined],
    );
  });

  it('that breaks leaves the last good one in force, and says where it is broken', async () => {
    const workspace = new MemoryWorkspace({
      'a.ts': secret,
      'production-blockers.json': `{ "rules": { "${rule}": "off" } }`,
    });
    const engine = new Engine(workspace, rules, { today: () => '2026-01-20' });
    assert.deepEqual((await engine.check('a.ts'))[0].findings, []);
    workspace.files.set('production-blockers.json', '{ "rules": ');
    engine.refresh();
    assert.deepEqual((await engine.check('a.ts'))[0].findings, []);
    assert.deepEqual(
      engine.configurationProblems.map(({ file }) => file),
      ['production-blockers.json'],
    );
    workspace.files.set('production-blockers.json', '{}');
    engine.refresh();
    assert.equal((await engine.check('a.ts'))[0].findings.length, 1);
    assert.deepEqual(engine.configurationProblems, []);
  });
});
