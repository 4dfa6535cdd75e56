import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mask } from '../../../server/src/analysis/secrets/mask.ts';
import { findProviderSecrets } from '../../../server/src/analysis/secrets/providers.ts';
import { examples } from './examples.ts';

/** What surrounds each key, as it is and in base64. */
const dashes = '-----LS0tLS1';

/** Whether four neighbours of the secret part, not the dashes around a key, stand in the mask. */
const leaks = (masked: string, secretPart: string): boolean =>
  Array.from({ length: Math.max(0, secretPart.length - 3) }, (_, i) => secretPart.slice(i, i + 4)).some(
    (piece) => !dashes.includes(piece) && masked.includes(piece),
  );

describe('mask', () => {
  it('shows the prefix and the length', () =>
    assert.equal(mask(`sk_${'live'}_${'q'.repeat(24)}`, 8), 'sk_live_…(32 characters)'));
  it('shows only the length where nothing is public', () =>
    assert.equal(mask('q'.repeat(24)), '…(24 characters)'));
  it('speaks of one character as one', () => assert.equal(mask('q'), '…(1 character)'));

  it('never contains four characters of the secret in a row', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z0-9!@#$%^&*]{4,64}$/), fc.nat(8), (secret, shown) => {
        assert.ok(!leaks(mask(`prefix__${secret}`, Math.min(8, shown)), secret));
      }),
    );
  });

  it('keeps every example secret', () => {
    for (const [id, text] of examples) {
      for (const { masked, start, end } of findProviderSecrets(text)) {
        const shown = masked.indexOf('…');
        assert.ok(!leaks(masked, text.slice(start + shown, end)), id);
      }
    }
  });
});
