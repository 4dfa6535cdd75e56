import cors from 'cors';
import express from 'express';
import { rateLimit } from 'express-rate-limit';

/** Look-alikes: origins from a list, and limits on every route. */
const admin = express();
admin.use(cors({ origin: (process.env.ADMIN_ORIGINS ?? '').split(',') }));
admin.use(rateLimit({ windowMs: 60_000, limit: 30 }));
admin.use((_request, response, next) => {
  response.set('X-Content-Type-Options', 'nosniff');
  response.set('Strict-Transport-Security', 'max-age=31536000');
  next();
});
admin.post('/refunds', (_request, response) => {
  response.sendStatus(202);
});
admin.listen(3001);
