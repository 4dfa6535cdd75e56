import type { RuleExamples } from '../example.ts';

export const examples: RuleExamples = {
  bad: [
    {
      name: 'a measurement by another die',
      file: 'src/latency.ts',
      code: "import { randomInt } from 'node:crypto';\nexport const measure = (host: string) => ({ latencyMs: ⟦randomInt(10, 200)⟧ });\n",
    },
    {
      name: 'a dashboard whose generator is called',
      file: 'src/monitoring/Dashboard.tsx',
      code: [
        'const generateMockSystemHealth = useCallback(',
        '  () => ({ cpu: ⟦Math.random()⟧ * 100, memory: Math.random() * 100 }),',
        '  [],',
        ');',
        'const refresh = useCallback(() => {',
        '  // To be replaced by a real fetch',
        '  setHealth(generateMockSystemHealth());',
        '}, [generateMockSystemHealth]);',
        '',
      ].join('\n'),
    },
    {
      name: 'a route of metrics',
      file: 'src/metrics.ts',
      code: "app.get('/metrics', (req, res) => {\n  res.json({ latency: ⟦Math.random()⟧ * 200, uptime: 99.9 });\n});\n",
    },
    {
      name: 'a score that is rolled',
      file: 'src/scoring.ts',
      code: 'export function calculateScore(user: User) {\n  return Math.floor(⟦Math.random()⟧ * 100);\n}\n',
    },
    {
      name: 'a health that is a matter of luck',
      file: 'src/health.js',
      code: "const status = ⟦Math.random()⟧ > 0.5 ? 'healthy' : 'degraded';\n",
    },
    {
      name: 'a confidence that nothing is behind',
      file: 'src/predict.ts',
      code: 'export async function predict(text: string) {\n  return { label: await label(text), confidence: 0.8 + ⟦Math.random()⟧ * 0.2 };\n}\n',
    },
    {
      name: 'a payment that works nine times of ten',
      file: 'src/payments.ts',
      code: 'export async function pay(order: Order) {\n  const success = ⟦Math.random()⟧ > 0.1;\n  return { order, success };\n}\n',
    },
    {
      name: 'a verification that is left to chance',
      file: 'src/identity.ts',
      code: 'export async function verifyIdentity(paper: Paper) {\n  if (⟦Math.random()⟧ > 0.2) return { verified: true, paper };\n  return { verified: false, paper };\n}\n',
    },
    {
      name: 'a state that is set again and again',
      file: 'src/Usage.tsx',
      code: 'useEffect(() => {\n  const timer = setInterval(() => setCpuUsage(⟦Math.random()⟧ * 100), 1000);\n  return () => clearInterval(timer);\n}, []);\n',
    },
    {
      name: 'a gauge',
      file: 'src/gauges.ts',
      code: 'cpuGauge.set(⟦Math.random()⟧ * 100);\n',
    },
    {
      name: 'one of two words',
      file: 'src/services.ts',
      code: "export const getServiceStatus = () => ['up', 'down'][Math.floor(⟦Math.random()⟧ * 2)];\n",
    },
  ],
  ok: [
    {
      name: 'a pause before the next attempt',
      file: 'src/a.ts',
      code: 'const delay = base * 2 ** attempt + Math.random() * 100;\nconst healthCheckInterval = 30_000 + Math.random() * 5000;\n',
    },
    {
      name: 'an id among metrics',
      file: 'src/b.ts',
      code: 'function getMetrics() {\n  const id = Math.random().toString(36);\n  return collect(id);\n}\n',
    },
    {
      name: 'one of a hundred requests that is measured',
      file: 'src/c.ts',
      code: 'if (Math.random() < 0.01) reportMetrics(stats);\nconst shouldSampleMetrics = Math.random() < 0.1;\n',
    },
    {
      name: 'a colour, and an order',
      file: 'src/d.ts',
      code: 'const color = colors[Math.floor(Math.random() * colors.length)];\nconst shuffled = list.sort(() => Math.random() - 0.5);\n',
    },
    {
      name: 'a simulation',
      file: 'src/simulation/metrics.ts',
      code: 'export const cpu = () => ({ cpu: Math.random() * 100 });\n',
    },
    {
      name: 'a mock that only development calls',
      file: 'src/e.ts',
      code: "const generateMockMetrics = () => ({ cpu: Math.random() * 100 });\nif (process.env.NODE_ENV === 'development') show(generateMockMetrics());\n",
    },
    {
      name: 'numbers for development only',
      file: 'src/f.ts',
      code: "if (process.env.NODE_ENV === 'development') {\n  metrics.cpu = Math.random() * 100;\n}\n",
    },
    {
      name: 'dice, and a place on the screen',
      file: 'src/g.ts',
      code: 'function rollDice() {\n  return Math.ceil(Math.random() * 6);\n}\nconst x = Math.random() * width;\n',
    },
    {
      name: 'a component’s story',
      file: 'src/Dashboard.stories.tsx',
      code: 'const cpu = Math.random() * 100;\n',
    },
    {
      name: 'a loader that asks one server of many',
      file: 'src/h.ts',
      code: 'async function loadStats() {\n  const server = servers[Math.floor(Math.random() * servers.length)];\n  return ask(server);\n}\n',
    },
  ],
  fixed: [
    {
      name: 'production refuses to make it up',
      title: 'Refuse in production: throw before the mock is used',
      file: 'src/scoring.js',
      code: 'function calculateScore(user) {\n  return Math.floor(⟦Math.random()⟧ * 100);\n}\n',
      after: {
        'src/scoring.js':
          "function calculateScore(user) {\n  if (process.env.NODE_ENV === 'production') {\n    throw new Error('calculateScore is made up and must not run in production.');\n  }\n  return Math.floor(Math.random() * 100);\n}\n",
      },
    },
  ],
};
