import type { Example, RuleExamples } from '../example.ts';

const line = (name: string, file: string, code: string): Example => ({ name, file, code: `${code}\n` });
const key = ['4f9Kq7Zr', 'W2xNb8Tc', 'J5vHm3Yd'].join('');

export const examples: RuleExamples = {
  bad: [
    line('Next', 'src/db.ts', 'const key = process.env.⟦NEXT_PUBLIC_SUPABASE_SERVICE_ROLE_KEY⟧;'),
    line('Vite', 'src/api.ts', 'const secret = import.meta.env.⟦VITE_API_SECRET⟧;'),
    line('Create React App', 'src/api.js', 'const password = process.env.⟦REACT_APP_DB_PASSWORD⟧;'),
    line('Expo', 'App.tsx', "const key = process.env['⟦EXPO_PUBLIC_PRIVATE_KEY⟧'];"),
    line('taken out of the environment', 'src/env.ts', 'const { ⟦VITE_JWT_SECRET⟧ } = import.meta.env;'),
    line(
      'a schema of the environment',
      'src/env.ts',
      'const schema = z.object({ ⟦NEXT_PUBLIC_STRIPE_SECRET_KEY⟧: z.string() });',
    ),
    line(
      'a key that costs money',
      'src/ai.ts',
      'const ai = new OpenAI({ apiKey: process.env.⟦NEXT_PUBLIC_OPENAI_API_KEY⟧ });',
    ),
    line(
      '.env',
      '.env.production',
      'NEXT_PUBLIC_URL=https://shop.example.com\n⟦NEXT_PUBLIC_SESSION_SECRET⟧=${SESSION_SECRET}',
    ),
    line('the example of .env', '.env.example', '⟦REACT_APP_ADMIN_PASSWORD⟧='),
    line('a Dockerfile', 'Dockerfile', 'FROM node:22\nARG ⟦VITE_DATABASE_URL⟧\nRUN npm run build'),
    line(
      'a workflow',
      '.github/workflows/deploy.yaml',
      'env:\n  ⟦NUXT_PUBLIC_API_SECRET⟧: ${{ secrets.API_SECRET }}',
    ),
    line('a script', 'deploy.sh', 'export ⟦GATSBY_STRIPE_SECRET_KEY⟧="$STRIPE"'),
    line('SvelteKit', 'src/routes/+page.ts', "import { ⟦PUBLIC_DB_PASSWORD⟧ } from '$env/static/public';"),
  ],
  ok: [
    line('a publishable key', 'src/pay.ts', 'loadStripe(process.env.NEXT_PUBLIC_STRIPE_PUBLISHABLE_KEY);'),
    line(
      "Supabase's key for browsers",
      'src/db.ts',
      'createClient(url, process.env.NEXT_PUBLIC_SUPABASE_ANON_KEY);',
    ),
    line('a key for maps', 'src/map.ts', 'const key = import.meta.env.VITE_GOOGLE_MAPS_API_KEY;'),
    line(
      'a key of Firebase, which is none',
      'src/fire.ts',
      'const config = { apiKey: process.env.REACT_APP_FIREBASE_API_KEY };',
    ),
    line(
      'a token for maps',
      'src/map.ts',
      'mapbox.accessToken = process.env.NEXT_PUBLIC_MAPBOX_ACCESS_TOKEN;',
    ),
    line('a public key', '.env', 'NEXT_PUBLIC_VAPID_PUBLIC_KEY=\nPUBLIC_KEY=\nVITE_RECAPTCHA_SITE_KEY='),
    line('an address', 'src/routes.ts', 'const url = process.env.NEXT_PUBLIC_RESET_PASSWORD_URL;'),
    line(
      'a setting of passwords',
      'src/form.ts',
      'const min = Number(import.meta.env.VITE_PASSWORD_MIN_LENGTH);',
    ),
    line('a flag', 'src/form.ts', 'const on = process.env.REACT_APP_ENABLE_PASSWORD_LOGIN;'),
    line('a private beta', 'src/beta.ts', 'const beta = process.env.NEXT_PUBLIC_PRIVATE_BETA;'),
    line('a secret without the prefix', 'src/pay.ts', 'const key = process.env.STRIPE_SECRET_KEY;'),
    line('a comment', 'src/pay.ts', '// never name it NEXT_PUBLIC_STRIPE_SECRET_KEY\nexport {};'),
    line('a sentence', 'src/check.ts', "throw new Error('NEXT_PUBLIC_JWT_SECRET must not be set');"),
    line('a comment in .env', '.env', '# VITE_API_SECRET is gone\nPORT=1'),
    line('a manual', 'README.md', 'Do not call it `NEXT_PUBLIC_API_SECRET`.'),
    {
      name: 'a test',
      file: 'src/env.test.ts',
      code: `process.env.VITE_API_SECRET = '${key.slice(0, 3)}';\n`,
    },
    line("a demo's password", '.env', 'VITE_DEMO_PASSWORD=demo'),
  ],
  fixed: [],
};
