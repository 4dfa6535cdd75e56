import assert from 'node:assert/strict';
import { missingRateLimit } from '../../../server/src/rules/security/missing-rate-limit.ts';
import { scanFiles } from '../../support/scanFiles.ts';

const server = (route: string): string =>
  `const app = require('express')();\napp.post('${route}', (req, res) => res.json(save(req.body)));\napp.listen(3000);\n`;

describe('missing-rate-limit', () => {
  for (const [route, priority] of [
    ['/login', 'P0'],
    ['/chat', 'P0'],
    ['/notes', 'P1'],
  ] as const) {
    it(`is ${priority} for POST ${route}`, async () => {
      const { findings } = await scanFiles({ 'app.js': server(route) }, [missingRateLimit]);
      assert.deepEqual(
        findings.map((finding) => finding.priority),
        [priority],
      );
    });
  }
});
