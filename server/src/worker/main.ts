/** The thread that thinks, with all rules. */
import { rules } from '../rules/index.ts';
import { startWorker } from './startWorker.ts';

startWorker(rules);
