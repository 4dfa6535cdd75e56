/** Ships to browsers: a key here is in every visitor's hands, whatever variable it is read from. */
export const routing = { apiSecret: 'p8Wd3FqR7vZ2mXc9LtB4nKyH' };

export const labels = { secret: 'Your secret question', apiKey: 'API key' };
