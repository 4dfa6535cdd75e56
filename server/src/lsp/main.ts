/** The language server as the extension starts it. */
import { startServer } from './server.ts';

startServer(new URL('./worker.js', import.meta.url));
