import { Router } from 'express';
import { pool } from '../db.js';

export const orders = Router();

orders.get('/', async (request, response) => {
  const found = await pool.query("SELECT * FROM orders WHERE customer = '" + request.query.customer + "'");
  response.json(found.rows);
});

/** Look-alikes: values go as parameters; only placeholders and a number of our own are put into the text. */
orders.get('/some', async (request, response) => {
  const ids = String(request.query.ids).split(',');
  const placeholders = ids.map((_, index) => `$${index + 1}`).join(', ');
  const limit = 50;
  const found = await pool.query(`SELECT * FROM orders WHERE id IN (${placeholders}) LIMIT ${limit}`, ids);
  response.json(found.rows);
});
