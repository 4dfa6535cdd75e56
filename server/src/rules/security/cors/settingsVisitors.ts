import type { FileContext, Report, Visitors } from '../../rule.ts';
import type { OpenCors } from './allowListedOrigins.ts';
import { corsIn, isDeployed, isOpen } from './inSettings.ts';
import { openHeadersIn } from './inText.ts';

type How = 'list' | 'default' | 'variable';

/** Manifests, gateways, buckets and sites that let every origin in. */
export function openSettings(file: FileContext, report: (report: Report<OpenCors>) => void): Visitors {
  if (!isDeployed(file)) return {};
  const tell = (place: { start: number; end: number; credentials: boolean }, how: How) =>
    report({
      start: place.start,
      end: place.end,
      message: settingsMessage(place.credentials, how),
      ...(place.credentials ? { priority: 'P0' as const } : {}),
      ...(how === 'list' ? {} : { confidence: 'medium' as const }),
    });
  if (file.language === 'text')
    return { text: () => openHeadersIn(file.path, file.text).forEach((each) => void tell(each, 'list')) };
  return {
    entries: (entries) => {
      for (const { origins, credentials, byDefault, isVariable } of corsIn(entries, file.path)) {
        const open = origins.find(({ value }) => byDefault || isOpen(value));
        const how = byDefault ? 'default' : isVariable ? 'variable' : 'list';
        if (open) tell({ ...open, credentials }, how);
      }
    },
  };
}

function settingsMessage(credentials: boolean, how: How): string {
  const who = credentials
    ? 'Every website may call this in the name of whoever is signed in'
    : 'Every website may call this from a browser';
  const because = {
    list: 'all origins are allowed',
    default: 'CORS is switched on, and no origin is named',
    variable: 'this setting allows all origins',
  }[how];
  return `${who}: ${because}. List the origins that may.`;
}
