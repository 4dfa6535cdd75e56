import assert from 'node:assert/strict';
import { poll } from '../../scripts/lib/poll.ts';
import { Engine } from '../../server/src/engine/engine.ts';
import { type FileText, neverCancelled } from '../../server/src/engine/ports.ts';
import { rules } from '../../server/src/rules/index.ts';
import { MemoryWorkspace } from '../support/memoryWorkspace.ts';
import { namedSecret } from '../support/secrets.ts';

/** A workspace whose reads wait until they are let go. */
class SlowWorkspace extends MemoryWorkspace {
  #letGo = () => {};
  readonly #gate = new Promise<void>((done) => {
    this.#letGo = done;
  });

  /** Files whose reading has begun. */
  readonly begun = new Set<string>();

  letGo(): void {
    this.#letGo();
  }

  override async read(path: string): Promise<FileText> {
    const read = await super.read(path);
    this.begun.add(path);
    await this.#gate;
    return read;
  }
}

describe('a file that is opened while it is scanned', () => {
  it('keeps what its editor holds, not what the scan had read', async () => {
    const workspace = new SlowWorkspace({ 'a.ts': 'export {};\n', 'b.ts': 'export {};\n' });
    const engine = new Engine(workspace, rules, { today: () => '2026-01-20' });
    const told = new Map<string, number>();
    const scan = engine.scan(neverCancelled, ({ file, findings }) => told.set(file, findings.length));
    await poll(() => workspace.begun.has('a.ts'), { what: 'the scan to begin' });
    engine.setOpen('a.ts', `export const apiKey = '${namedSecret}';\n`);
    const check = engine.check('a.ts');
    workspace.letGo();
    const [[checked]] = await Promise.all([check, scan]);
    assert.equal(checked.findings.length, 1);
    assert.equal(told.get('a.ts'), 1);
  });
});
