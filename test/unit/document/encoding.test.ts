import assert from 'node:assert/strict';
import fc from 'fast-check';
import { repairEncoding } from '../../../server/src/document/encoding.ts';
import { readTrackingDocument } from '../../../server/src/document/readTrackingDocument.ts';
import { LineIndex } from '../../../server/src/languages/lineIndex.ts';
import { fixture, shared } from './fixtures.ts';

const damagedBy = (label: string) => (text: string) =>
  new TextDecoder(label, { ignoreBOM: true }).decode(new TextEncoder().encode(text));

const kinds = { 'Mac Roman': damagedBy('macintosh'), 'Windows-1252': damagedBy('windows-1252') };

describe('repairEncoding', () => {
  for (const [name, damaged] of Object.entries(kinds)) {
    it(`takes ${name} back to the byte`, () => {
      const text = fixture('lines.md');
      assert.notEqual(damaged(text), text);
      assert.equal(repairEncoding(damaged(text)), text);
    });

    it(`takes ${name} back whatever the text says, where an emoji stands in it`, () => {
      fc.assert(
        fc.property(fc.string({ unit: 'grapheme' }), (text) => {
          fc.pre(!text.includes('\uFEFF'));
          assert.equal(repairEncoding(damaged(`${text}\n⚠️ x`)), `${text}\n⚠️ x`);
        }),
      );
    });

    it(`reads through ${name} and points into the text as it stands`, () => {
      const text = damaged(fixture('lines.md'));
      const { blockers, problems } = readTrackingDocument(text);
      const clean = readTrackingDocument(fixture('lines.md')).blockers;
      const plain = (list: typeof blockers) =>
        list.map(({ id, name, status, priority }) => [id, name, status, priority]);
      assert.deepEqual(plain(blockers), plain(clean));

      const lines = new LineIndex(text);
      const at = (range: {
        start: { line: number; column: number };
        end: { line: number; column: number };
      }) => text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
      assert.equal(at(blockers[2]?.locations[0]?.range ?? assert.fail()), 'src/web/error.ts');
      const [problem] = problems;
      assert.equal(problem?.code, 'damaged-encoding');
      assert.equal(problem?.range.start.line, 1);
      assert.equal(at(problem?.range ?? assert.fail()), damaged('🚨'));
      assert.match(problem?.message ?? '', new RegExp(name));
    });
  }

  const sound = [
    'plain ASCII',
    'Schöne Grüße, «é» “état” — déjà vu…',
    'Ein Satz mit 🔴 und ≥ 92 %',
    'Привет, мир',
    '« raté…» et « AMANHÃ»',
    'raté…»',
    'BLÅ»',
    '\u00a0é \u00a0≥',
    'naïve café ÀÉ',
    '',
  ];
  for (const text of sound) {
    it(`leaves ${JSON.stringify(text)} alone`, () => {
      assert.equal(repairEncoding(text), undefined);
      assert.ok(!readTrackingDocument(text).problems.some(({ code }) => code === 'damaged-encoding'));
    });
  }

  it('repairs a text of damaged letters alone where they are many', () => {
    assert.equal(repairEncoding(kinds['Windows-1252']('Größe')), undefined);
    assert.equal(repairEncoding(kinds['Windows-1252']('Größe prüfen, später')), 'Größe prüfen, später');
  });

  it('does not touch a text that is damaged only in part, but reads through it', () => {
    const text = `## Critical\n\n### ${kinds['Mac Roman']('🔴')} PB-1: Größe 🔴\n`;
    assert.equal(repairEncoding(text), undefined);
    const { blockers, problems } = readTrackingDocument(text);
    assert.equal(blockers[0]?.name, 'Größe');
    assert.equal(problems[0]?.code, 'damaged-encoding');
  });

  for (const name of ['tracking-document', 'resolution-document']) {
    it(`repairs ${name}.as-received.md to its clean twin`, function () {
      const [received, clean] = [shared(`inputs/${name}.as-received.md`), shared(`inputs/${name}.md`)];
      if (received === undefined || clean === undefined) return this.skip();
      assert.equal(repairEncoding(received), clean);
      assert.equal(repairEncoding(clean), undefined);
    });
  }
});
