/** Look-alikes: every value here comes from the environment, or is no secret. */
export const config = {
  stripeKey: process.env.STRIPE_SECRET_KEY,
  tokenType: 'Bearer',
  tokenStorageKey: 'shop.session.token',
  apiKey: 'your-api-key-here',
  passwordPolicy: 'at-least-12-characters',
  publishableKey: 'pk_test_demo',
};

export interface Credentials {
  token: 'opaque-bearer-token-v2';
}
