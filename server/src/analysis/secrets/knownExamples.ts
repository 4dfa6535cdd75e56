import { crc32 } from './crc32.ts';

/**
 * Credentials that stand in public documentation and open nothing, by their CRC-32: the texts themselves would
 * be found here. A random token is taken for one of them once in a hundred million times.
 */
const examples: ReadonlySet<number> = new Set([
  // RFC 6749 and 6750: access, refresh, code
  0x9e49269d, 0x2bdd531a, 0x1bbf5538, 0x0fc657b9, 0xe0318833, 0x494bda51,
  // RFC 6749 and 7617, Basic
  0x269d4cea, 0x0bcef39d, 0x7a77589d, 0xad2b0a04, 0xa7f91447,
  // RFC 5849, OAuth 1
  0x0f945a27, 0xd43b7b44, 0xa8b108b3, 0x779eb5f1, 0x25cb1226, 0x6af2cb86, 0xc31c70d7, 0x0d7f1a39, 0x0ba181f7,
  0x0685b146,
  // Stripe docs
  0x776de070, 0x396d8142, 0x401f50a0,
  // 1Password white paper
  0xebbb2ccc, 0x1fcd3c88,
  // Twitter docs
  0x07931460, 0x80f5baf0,
  // AWS docs
  0xfb0a6008, 0x9855da43,
  // The first accounts of every local Ethereum chain (Hardhat, Anvil)
  0xbd0ca09b, 0x37f7c4e6, 0x70de103d, 0xfa257440,
]);

/** Whether a value is copied from a standard's or a provider's documentation. */
export const isKnownExample = (value: string): boolean => examples.has(crc32(value));
