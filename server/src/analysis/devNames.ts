/** What a flag's name says of where the program runs: `dev` where it is true outside production only. */
export type FlagMeaning = 'dev' | 'production' | undefined;

/** Words before the one that counts: `isDev`, `VITE_USE_MOCKS`, `enableDemoMode`. */
const leading =
  /^(?:is|in|are|on|use|uses|using|enable|enabled|allow|should|with|run|running|app|vite|next|public|react|expo|nuxt|node|env|force|feature|flag|global)$/;
const inverting = /^(?:no|not|non|without|disable|disabled|skip)$/;
const developing = /^(?:dev|development|test|tests|testing|jest|vitest|cypress|storybook|e2e|localhost)$/;
const mocking = /^(?:mock|mocks|mocked|mocking|demo|fake|fakes|stub|stubs|dummy|msw)$/;
const real = /^(?:prod|production|real)$/;
/** What may follow a mocking word that nothing leads: `mockMode`, and not `mockUser`, which is a mock itself. */
const modes = /^(?:mode|enabled|env|environment|flag|on|only|api|data|mocks|auth|backend|server)$/;

/** `isDevMode` → is, dev, mode; `USE_MOCKS` → use, mocks; `e2e` stays whole. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
}

/** Reads a flag's name: `isDevelopment`, `__DEV__`, `USE_MOCK`, `isProd`, `disableMocks`. */
export function meaningOfFlag(name: string): FlagMeaning {
  const words = wordsOf(name);
  let index = 0;
  let inverted = false;
  for (; index < words.length - 1; index++) {
    const word = words[index] as string;
    if (inverting.test(word)) inverted = !inverted;
    else if (!leading.test(word)) break;
  }
  const meaning = meaningOfWord(words, index, name);
  if (!meaning || !inverted) return meaning;
  return meaning === 'dev' ? 'production' : 'dev';
}

function meaningOfWord(words: readonly string[], index: number, name: string): FlagMeaning {
  const word = words[index] ?? '';
  if (developing.test(word)) return 'dev';
  if (word === 'local' && /^(?:dev|development|env|environment|mode|host)$/.test(words[index + 1] ?? '')) {
    return 'dev';
  }
  if (mocking.test(word)) {
    const loud = index > 0 || words.length === 1 || name === name.toUpperCase();
    return loud || modes.test(words[index + 1] ?? '') ? 'dev' : undefined;
  }
  return real.test(word) ? 'production' : undefined;
}

/** Whether a name stands for the environment's own name: `NODE_ENV`, `import.meta.env.MODE`, `config.env`. */
export const isEnvironmentName = (name: string): boolean =>
  /(?:^|_|[a-z])(?:env|environment|mode|stage)$/i.test(name);

/** What comparing the environment with a text means. */
export function meaningOfEnvironment(value: string): FlagMeaning {
  if (/^(?:prod|production|live)$/i.test(value)) return 'production';
  return /^(?:dev|develop|development|tests?|testing|local|localhost|ci|e2e|staging|stage|qa|preview|sandbox|storybook)$/i.test(
    value,
  ) || meansMock(value)
    ? 'dev'
    : undefined;
}

/** A value that asks for mocks whatever it is compared with: `provider === 'mock'`. */
export const meansMock = (value: string): boolean =>
  /^(?:mock|mocks|mocked|fake|demo|dummy|stub)$/i.test(value);
