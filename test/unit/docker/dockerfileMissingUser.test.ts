import assert from 'node:assert/strict';
import { Engine } from '../../../server/src/engine/engine.ts';
import { dockerfileMissingUser } from '../../../server/src/rules/security/dockerfile-missing-user.ts';
import { MemoryWorkspace } from '../../support/memoryWorkspace.ts';

async function findingsOf(text: string) {
  const workspace = new MemoryWorkspace({ Dockerfile: text });
  const engine = new Engine(workspace, [dockerfileMissingUser], { today: () => '2026-01-20' });
  return (await engine.check('Dockerfile'))[0].findings;
}

describe('dockerfile-missing-user', () => {
  for (const [name, text] of Object.entries({
    'nginx as it comes': 'FROM nginx:alpine\n',
    'nginx installed by hand': 'FROM alpine\nRUN apk add nginx\nCMD ["nginx", "-g", "daemon off;"]\n',
    Apache: 'FROM php:8.4-apache\nCOPY . /var/www/html\n',
    'PHP-FPM': 'FROM php:8.4-fpm\nCMD ["php-fpm"]\n',
  })) {
    it(`only suggests for ${name}, and has no fix that would break it`, async () => {
      const [finding] = await findingsOf(text);
      assert.equal(finding?.priority, 'P2');
      assert.deepEqual(finding?.fixes, []);
    });
  }

  it('warns where a program of the project itself runs as root', async () => {
    const [finding] = await findingsOf('FROM node:22\nCMD ["node", "server.js"]\n');
    assert.equal(finding?.priority, 'P1');
    assert.match(finding?.message ?? '', /USER node/);
  });
});
