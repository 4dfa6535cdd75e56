/** The thread that thinks, with all rules. */
import module from 'node:module';
import { rules } from '../rules/index.ts';
import { startWorker } from './startWorker.ts';

// Where this Node can: the parser, 7 MB of it, is compiled once and not at each start.
module.enableCompileCache?.();
startWorker(rules);
