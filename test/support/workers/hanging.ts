/** A worker with all rules, and one that takes its time, or does not end, on files that ask for it. */
import { rules } from '../../../server/src/rules/index.ts';
import { defineRule } from '../../../server/src/rules/rule.ts';
import { startWorker } from '../../../server/src/worker/startWorker.ts';

const hanging = defineRule({
  ...(rules[0] as ReturnType<typeof defineRule>),
  id: 'hanging',
  check: (file) => ({
    text: () => {
      while (file.text.includes('hang here'));
      const until = performance.now() + (file.text.includes('take your time') ? 300 : 0);
      while (performance.now() < until);
    },
  }),
});

startWorker([...rules, hanging]);
