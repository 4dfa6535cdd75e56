import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a rate that never changes',
      file: 'rates.js',
      code: 'async function fetchExchangeRate(from, to) {\n  ⟦return 1.08;⟧\n}\n',
    },
    {
      name: 'the same person, whoever is asked for',
      file: 'src/profiles.js',
      code: "exports.getUserProfile = async (userId) => {\n  ⟦return { id: 1, name: 'John Doe' };⟧\n};\n",
    },
    {
      name: 'a promise of what is known beforehand',
      file: 'src/delivery.ts',
      code: "export function estimateDelivery(address: string): Promise<string> {\n  ⟦return Promise.resolve('2-3 business days');⟧\n}\n",
    },
    {
      name: 'nobody is ever a fraud',
      file: 'src/fraud.ts',
      code: "export async function detectFraud(tx: Payment) {\n  console.log('detecting', tx.id);\n  ⟦return { isFraud: false, score: 0.02 };⟧\n}\n",
    },
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
      name: 'what an interface asks about the whole',
      file: 'src/driver.ts',
      code: "class Driver {\n  async getCapabilities(context: Context) {\n    return { read: true, write: true };\n  }\n  async checkMode(flags: Flags) {\n    return 'read only';\n  }\n}\n",
    },
    {
      name: 'a count that is nothing',
      file: 'src/count.ts',
      code: 'export async function countOrders(userId: string) {\n  return 0;\n}\n',
    },
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
