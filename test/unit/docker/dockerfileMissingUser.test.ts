import assert from 'node:assert/strict';
import { Engine } from '../../../server/src/engine/engine.ts';
import { Fixer } from '../../../server/src/engine/fix.ts';
import { dockerfileMissingUser } from '../../../server/src/rules/security/dockerfile-missing-user.ts';
import { MemoryWorkspace } from '../../support/memoryWorkspace.ts';

async function check(text: string) {
  const workspace = new MemoryWorkspace({ Dockerfile: text });
  const engine = new Engine(workspace, [dockerfileMissingUser], { today: () => '2026-01-20' });
  const { findings } = (await engine.check('Dockerfile'))[0];
  return { findings, fixer: new Fixer(engine, workspace) };
}

describe('dockerfile-missing-user', () => {
  for (const [name, text] of Object.entries({
    'nginx as it comes': 'FROM nginx:alpine\n',
    'nginx installed by hand': 'FROM alpine\nRUN apk add nginx\nCMD ["nginx", "-g", "daemon off;"]\n',
    Apache: 'FROM php:8.4-apache\nCOPY . /var/www/html\n',
    'PHP-FPM': 'FROM php:8.4-fpm\nCMD ["php-fpm"]\n',
  })) {
    it(`only suggests for ${name}, and has no fix that would break it`, async () => {
      const [finding] = (await check(text)).findings;
      assert.equal(finding?.priority, 'P2');
      assert.deepEqual(finding?.fixes, []);
    });
  }

  it('warns where a program of the project itself runs as root', async () => {
    const [finding] = (await check('FROM node:22\nCMD ["node", "server.js"]\n')).findings;
    assert.equal(finding?.priority, 'P1');
    assert.match(finding?.message ?? '', /USER node/);
  });

  it('keeps the line ends and the indent of the file', async () => {
    const { findings, fixer } = await check('FROM node:22\r\n  CMD ["node", "server.js"]\r\n');
    const edits = await fixer.fix(
      'Dockerfile',
      findings[0]?.fingerprint ?? '',
      'Run as an unprivileged user',
    );
    assert.ok(!('refused' in edits));
    assert.equal(edits[0]?.edits[0]?.newText, '  USER node\r\n');
  });
});
