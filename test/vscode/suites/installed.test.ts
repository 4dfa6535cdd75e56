import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { extensionId } from '../extensionId.ts';

describe('the installed package', () => {
  const extension = () => vscode.extensions.getExtension(extensionId);

  it('is there and is not the source tree', () => {
    const found = extension();
    assert.ok(found, `${extensionId} is not among the extensions`);
    const manifest = JSON.parse(readFileSync(join(found.extensionPath, 'package.json'), 'utf8'));
    assert.equal(manifest.version, found.packageJSON.version);
    assert.match(found.extensionPath, /production-blockers\.production-blockers-\d/);
  });

  it('activates', async () => {
    await extension()?.activate();
    assert.equal(extension()?.isActive, true);
  });

  it('is in a trusted workspace', () => {
    assert.equal(vscode.workspace.isTrusted, true);
  });
});
