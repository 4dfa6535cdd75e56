/** `npm test`: builds and checks everything, runs the four rings of tests, and says at the end how it went. */
import { parseArgs } from 'node:util';
import { runSteps } from '../lib/runSteps.ts';
import { groups, steps } from '../testSteps.ts';

const help = `npm test -- [options] [step or group …]

  Steps:   ${steps.map(({ name }) => name).join(', ')}
  Groups:  ${Object.entries(groups).map(([name, members]) => `${name} (${members.join(', ')})`)}
  Without any, all are run. What a step needs is run before it.

  --grep <pattern>   only tests whose title matches
  --verbose          shows all output while it comes`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string', short: 'g' },
    verbose: { type: 'boolean', short: 'v', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const chosen = positionals.flatMap((name) => groups[name] ?? [name]);
const unknown = chosen.filter((name) => !steps.some((step) => step.name === name));

if (values.help || unknown.length > 0) {
  console.error(unknown.length > 0 ? `There is no step "${unknown.join('", "')}".\n\n${help}` : help);
  process.exitCode = values.help ? 0 : 2;
} else {
  const done = await runSteps(steps, { chosen, grep: values.grep, verbose: values.verbose });
  process.exitCode = done.ok ? 0 : 1;
  console.log(`${done.passed} passed, ${done.failed} failed`);
}
