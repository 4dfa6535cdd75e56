import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'an agent that assesses nothing',
      file: 'src/agents/advocate.ts',
      code: "class DevilsAdvocate {\n  async assessOperationalRisks(setup: Setup) {\n    ⟦return [\n      { risk: 'Latency', level: 'high' },\n      { risk: 'Cost', level: 'low' },\n    ];⟧\n  }\n}\n",
    },
    {
      name: 'a list that was never fetched',
      file: 'src/users.ts',
      code: "export const fetchUsers = async (query: string) => ⟦[{ id: 1, name: 'Ann' }]⟧;\n",
    },
    {
      name: 'a payment that only takes its time',
      file: 'src/payments.js',
      code: "async function processPayment(order) {\n  await new Promise((resolve) => setTimeout(resolve, 500));\n  ⟦return { success: true, transaction: 'tx-123' };⟧\n}\n",
    },
    {
      name: 'a text that was translated once and for all',
      file: 'src/translate.ts',
      code: "export async function translate(text: string, language: string) {\n  ⟦return 'This is the translated text.';⟧\n}\n",
    },
  ],
  ok: [
    {
      name: 'work that is done',
      file: 'src/a.ts',
      code: "async function analyzeRisk(input: Input) {\n  return { score: model(input), level: 'low' };\n}\n",
    },
    {
      name: 'a default',
      file: 'src/b.ts',
      code: 'async function loadDefaultOptions(name: string) {\n  return { depth: 1, width: 2 };\n}\n',
    },
    {
      name: 'parameters that say they are not read',
      file: 'src/c.ts',
      code: "async function fetchPlans(_user: User) {\n  return [{ id: 1, name: 'Free' }];\n}\n",
    },
    {
      name: 'what a framework asks for',
      file: 'src/d.ts',
      code: "export async function generateMetadata({ params }: Props) {\n  return { title: 'Shop', description: 'Everything' };\n}\n",
    },
    {
      name: 'nothing found',
      file: 'src/e.ts',
      code: 'async function searchOrders(query: string) {\n  return [];\n}\n',
    },
    {
      name: 'an honest no',
      file: 'src/f.ts',
      code: "async function processJob(job: Job) {\n  return { success: false, error: 'Jobs are not supported.' };\n}\n",
    },
    {
      name: 'a hook that a subclass overrides',
      file: 'src/g.ts',
      code: 'class Plain extends Step {\n  async process(input: Input) {\n    return { done: true, next: 1 };\n  }\n}\n',
    },
  ],
  fixed: [],
};
