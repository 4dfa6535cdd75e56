/** A look-alike: a test's own key opens nothing. */
const apiKey = '7c41fa8d0a81f5e0c9d3b47e23b9e56c';

if (apiKey.length !== 32) throw new Error('the key has another length');
