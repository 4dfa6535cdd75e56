import ignore, { type Ignore } from 'ignore';
import type { Priority, Suppression } from '../model/index.ts';
import { type AssumptionId, configurationFile, type ProjectConfiguration } from './projectConfiguration.ts';

/** A configuration file's content and the folder that it speaks of: relative to the root, '' for the root. */
export interface PlacedConfiguration {
  readonly folder: string;
  readonly configuration: ProjectConfiguration;
}

/** What holds for the files of one folder: its configuration and those above it. */
export class EffectiveConfiguration {
  /** The outermost first. */
  readonly #chain: readonly (PlacedConfiguration & { readonly excludes: Ignore })[];

  /** `chain` has the outermost first. */
  constructor(chain: readonly PlacedConfiguration[]) {
    this.#chain = chain.map((each) => ({ ...each, excludes: ignore().add([...each.configuration.exclude]) }));
  }

  /** 'off', another priority, or undefined where the rule is as it comes. The nearest file decides. */
  ruleSetting(ruleId: string): 'off' | Priority | undefined {
    return this.#chain.findLast(({ configuration }) => configuration.rules[ruleId] !== undefined)
      ?.configuration.rules[ruleId];
  }

  /** `path` is relative to the root. */
  excludes(path: string): boolean {
    return this.#chain.some(({ folder, excludes }) => excludes.ignores(within(folder, path)));
  }

  /** Why a finding does not count here; `today` is YYYY-MM-DD. */
  suppression(
    finding: { readonly ruleId: string; readonly file: string; readonly fingerprint: string },
    answeredBy: AssumptionId | undefined,
    today: string,
  ): Suppression | undefined {
    for (const { folder, configuration } of this.#chain) {
      for (const { rule, path, fingerprint, reason } of configuration.ignore) {
        if (rule !== finding.ruleId || (fingerprint !== undefined && fingerprint !== finding.fingerprint))
          continue;
        if (ignore().add(path).ignores(within(folder, finding.file))) return { kind: 'config', reason };
      }
      const assumed = answeredBy && configuration.assumptions[answeredBy];
      if (assumed && assumed.value !== false && (assumed.until === undefined || assumed.until >= today)) {
        const reason = `Assumed by ${assumed.author} (${answeredBy}): ${assumed.reason}`;
        return { kind: 'config', reason, ...(assumed.until === undefined ? {} : { until: assumed.until }) };
      }
    }
    return undefined;
  }

  /** The innermost configuration file, relative to the root. */
  get nearestFile(): string | undefined {
    const folder = this.#chain.at(-1)?.folder;
    return folder === undefined
      ? undefined
      : folder === ''
        ? configurationFile
        : `${folder}/${configurationFile}`;
  }

  /** In days; 0 says never. */
  get documentMaxAge(): number {
    const stated = this.#chain.map(({ configuration }) => configuration.documentMaxAgeDays);
    return stated.findLast((days) => days !== undefined) ?? defaultMaxAge;
  }

  /** Paths of tracking documents that are named, relative to the root. */
  get documents(): readonly string[] {
    return this.#chain.flatMap(({ folder, configuration: { document } }) =>
      document === undefined ? [] : [folder === '' ? document : `${folder}/${document}`],
    );
  }
}

/** A tracking document that nobody touched for a month says little of today. */
const defaultMaxAge = 30;

const within = (folder: string, path: string): string =>
  folder === '' ? path : path.slice(folder.length + 1);
