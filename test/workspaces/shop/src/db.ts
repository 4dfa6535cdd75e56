import pg from 'pg';

/** A look-alike: the password is the one of everybody's own machine. */
const local = 'postgres://postgres:postgres@localhost:5432/shop';

export const pool = new pg.Pool({
  connectionString:
    process.env.NODE_ENV === 'development' ? local : 'postgres://shop:Zr8Lq2Wn5Tc9@db.shop-internal.net:5432/shop',
});
