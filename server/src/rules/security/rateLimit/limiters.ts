import type { Guard, Servers } from '../../../analysis/routes/connect.ts';
import { isLimitName, isLimitPackage } from './limitNames.ts';

export type IsLimiter = (guard: Guard) => boolean;

/** Whether what a request goes through limits it: by its name, by where it comes from, or by what it is made of. */
export function limiterTest(
  { linker }: Servers,
  madeBy: ReadonlyMap<string, ReadonlySet<string>>,
): IsLimiter {
  const known = new Map<Guard['value'], boolean>();
  const test: IsLimiter = ({ file, value: { names, target } }) => {
    // `register(rateLimit, { global: false })` limits only routes that ask for it.
    if (names.includes('!global')) return false;
    if (names.some(isLimitName)) return true;
    const origin = target && linker.originOf(file, target);
    if (!origin) return false;
    if ('package' in origin) return isLimitPackage(origin.package);
    return isLimitName(origin.name) || (madeBy.get(origin.file)?.has(origin.name) ?? false);
  };
  return (guard) => {
    let limits = known.get(guard.value);
    if (limits === undefined) {
      limits = test(guard);
      known.set(guard.value, limits);
    }
    return limits;
  };
}
