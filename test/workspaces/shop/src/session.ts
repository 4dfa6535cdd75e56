/** Signs in. The first is planted, the others are look-alikes. */
const jwtSecret = process.env.JWT_SECRET || 'shop-default-secret';
const shownKey = process.env.STRIPE_SECRET_KEY?.substring(0, 7) || 'not set';
const region = process.env.TOKEN_REGION || 'eu-central-1';

export const settings = { jwtSecret, shownKey, region };
