import cors from 'cors';
import express from 'express';

/** Look-alikes: nobody from elsewhere may call it, and nothing can be changed through it. */
const status = express();
status.use(cors({ origin: false }));
status.get('/health', (_request, response) => {
  response.json({ up: true });
});
status.listen(3002);
