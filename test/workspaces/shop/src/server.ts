import express from 'express';
import session from 'express-session';
import { payments } from './routes/payments.js';

export const app = express();
app.use(express.json());
app.use(session({ secret: 'mV4xTq9LrZ8cKw2NyB7d', resave: false, saveUninitialized: false }));
app.use('/payments', payments);

app.listen(Number(process.env.PORT ?? 3000));
