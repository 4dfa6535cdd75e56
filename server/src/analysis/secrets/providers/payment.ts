import type { SecretProvider } from '../types.ts';
import { assigned, spellings } from './assigned.ts';

/**
 * Payment and commerce. Keys of test modes are found too, with medium confidence: they move no money, but they
 * open an account's test data and show that the place where the live key goes is the source.
 */
export const payment: readonly SecretProvider[] = [
  {
    id: 'stripe-live-key',
    name: 'Stripe live secret key',
    keywords: ['sk_live_', 'rk_live_'],
    body: /[A-Za-z0-9]{16,250}/,
  },
  {
    id: 'stripe-test-key',
    name: 'Stripe test secret key',
    keywords: ['sk_test_', 'rk_test_'],
    body: /[A-Za-z0-9]{16,250}/,
    confidence: 'medium',
  },
  {
    id: 'stripe-webhook-secret',
    name: 'webhook signing secret',
    keywords: ['whsec_'],
    body: /[A-Za-z0-9+/]{24,90}={0,2}/,
  },
  {
    id: 'square-access-token',
    name: 'Square access token',
    keywords: ['sq0atp-'],
    body: /[A-Za-z0-9_-]{22}/,
  },
  {
    id: 'square-client-secret',
    name: 'Square OAuth secret',
    keywords: ['sq0csp-'],
    body: /[A-Za-z0-9_-]{43}/,
  },
  {
    id: 'square-token',
    name: 'Square access token',
    keywords: ['EAAA'],
    body: /[A-Za-z0-9_-]{60}/,
    confidence: 'medium',
  },
  {
    id: 'braintree-token',
    name: 'Braintree access token',
    keywords: ['access_token$production$'],
    body: /[0-9a-z]{16}\$[0-9a-f]{32}/,
  },
  {
    id: 'braintree-sandbox-token',
    name: 'Braintree sandbox token',
    keywords: ['access_token$sandbox$'],
    body: /[0-9a-z]{16}\$[0-9a-f]{32}/,
    confidence: 'medium',
  },
  {
    id: 'paypal-secret',
    name: 'PayPal client secret',
    keywords: spellings('paypal client secret', 'paypal secret'),
    body: assigned('E[A-Za-z0-9_-]{79}'),
  },
  {
    id: 'plaid-token',
    name: 'Plaid access token',
    keywords: ['access-production-', 'access-development-'],
    body: /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/,
  },
  {
    id: 'plaid-secret',
    name: 'Plaid secret',
    keywords: spellings('plaid secret', 'plaid secret key'),
    body: assigned('[0-9a-f]{30}'),
  },
  {
    id: 'razorpay-key',
    name: 'Razorpay live key',
    keywords: ['rzp_live_'],
    body: /[A-Za-z0-9]{14}/,
    confidence: 'medium',
  },
  { id: 'flutterwave-key', name: 'Flutterwave secret key', keywords: ['FLWSECK-'], body: /[0-9a-z]{32}-X/ },
  {
    id: 'flutterwave-test-key',
    name: 'Flutterwave test key',
    keywords: ['FLWSECK_TEST-'],
    body: /[0-9a-z]{32}-X/,
    confidence: 'medium',
  },
  {
    id: 'mollie-key',
    name: 'Mollie or GoCardless live key',
    keywords: ['live_'],
    body: /(?=[A-Za-z_-]{0,39}[0-9])[A-Za-z0-9_-]{30,40}/,
    confidence: 'medium',
  },
  { id: 'easypost-key', name: 'EasyPost API key', keywords: ['EZAK'], body: /[A-Za-z0-9]{54}/ },
  { id: 'shippo-key', name: 'Shippo live token', keywords: ['shippo_live_'], body: /[0-9a-f]{40}/ },
  { id: 'duffel-key', name: 'Duffel live token', keywords: ['duffel_live_'], body: /[A-Za-z0-9_-]{43}/ },
  {
    id: 'shopify-token',
    name: 'Shopify token',
    keywords: ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shpua_'],
    body: /[0-9a-fA-F]{32}/,
  },
];
