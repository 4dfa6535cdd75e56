import type { RequestHandler } from 'express';

/**
 * Logs each request. Look-alikes: how to use it is an example, not a service that is switched off.
 *
 *     app.use(requestLogger);
 */
export const requestLogger: RequestHandler = (request, _response, next) => {
  // app.use is for middleware only; routers are mounted in server.ts.
  process.stdout.write(`${request.method} ${request.path}\n`);
  next();
};
