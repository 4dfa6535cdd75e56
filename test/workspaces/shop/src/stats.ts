import { pool } from './db.js';

function generateMockSales() {
  return [{ day: 'Monday', total: Math.round(Math.random() * 100) }];
}

export async function sales() {
  return generateMockSales();
}

/** Look-alikes: made-up numbers in development only, and a word that only begins like one. */
export async function returns() {
  if (process.env.NODE_ENV === 'development') return generateMockSales();
  return (await pool.query('SELECT day, total FROM returns')).rows;
}

export const mockupUrl = 'https://design.example.com/shop';
