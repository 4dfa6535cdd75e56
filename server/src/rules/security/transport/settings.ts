import { isForDevelopment } from '../../../analysis/docker/purpose.ts';
import { isPublicHost, type ReadUrl, readUrl } from '../../../analysis/hosts.ts';
import type { FileContext, Visitors } from '../../rule.ts';

/** An address in a file of settings that leads to the public network. Offsets count from 0. */
export interface SettingUrl {
  /** What it goes by: a key, or the name of a variable that stands in the value. */
  readonly name: string;
  readonly url: ReadUrl;
  readonly start: number;
  readonly end: number;
  /** Where the address itself begins. */
  readonly at: number;
}

/** Files whose addresses are names, documentation, or somebody's own machine. */
const others =
  /(?:^|\/)(?:package|tsconfig[\w.]{0,40}|composer|bower|manifest|lerna|nx|angular|renovate|openapi|swagger|asyncapi|mkdocs|_config|\.eslintrc|\.vscode|\.idea|\.github|locales?|i18n|lang|translations?|data|collections?)(?:[./]|$)|schema|postman|openapi|swagger|\.lock|\.geojson$|override\.ya?ml$/i;

export const isSettingsFile = ({ path, fileClass }: FileContext): boolean =>
  (fileClass === 'production' || fileClass === 'config') && !others.test(path) && !isForDevelopment(path);

const elsewhere = /^(?:dev|develop|development|local|tests?|testing|e2e|ci|debug|docs?|examples?)$/;

/** Calls `found` for each value that is such an address, in JSON, YAML and environments. */
export function entriesOf(file: FileContext, found: (setting: SettingUrl) => void): Visitors {
  let variable: { readonly of: string; readonly name: string } | undefined;
  return {
    entry: ({ path, key, value, start, end, kind }) => {
      const parent = path.slice(0, -1).join('\0');
      // Kubernetes writes a variable as `name: X` and `value: …`.
      const named = key === 'value' && variable?.of === parent ? variable.name : undefined;
      if (key === 'name') variable = { of: parent, name: value };
      if (kind !== 'string' || value.length > 2_000 || !value.includes('://')) return;
      if (
        path.some((each) =>
          each
            .toLowerCase()
            .split(/[:._-]/)
            .some((word) => elsewhere.test(word)),
        )
      )
        return;
      const assigned = /^([A-Z][A-Z\d_]{1,60})=/.exec(value);
      const url = readUrl(assigned ? value.slice(assigned[0].length) : value);
      if (!url || !isPublicHost(url.host)) return;
      const at = file.text.indexOf(`${url.scheme}://`, start);
      found({ name: assigned?.[1] ?? named ?? key, url, start, end, at: at < end ? at : start });
    },
  };
}
