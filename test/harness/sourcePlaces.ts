import { existsSync, readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { dirname, relative, resolve } from 'node:path';
import { fromRoot } from '../../scripts/paths.ts';

const maps = new Map<string, SourceMap | undefined>();

/**
 * Replaces places in bundled suites by those in the sources they were bundled from, so that a stack trace leads
 * to the test. The extension host writes stack traces in its own way and does not do so itself.
 */
export function withSourcePlaces(line: string): string {
  return line.replace(
    /([^\s()]*\.cache\/suites\/[^\s():]+\.cjs):(\d+):(\d+)/g,
    (place, file, row, column) => {
      const bundle = resolve(fromRoot(), file);
      // Places in stack traces count from 1, places in source maps from 0.
      const entry = mapOf(bundle)?.findEntry(Number(row) - 1, Number(column) - 1);
      if (!entry || !('originalSource' in entry)) return place;
      const source = relative(fromRoot(), resolve(dirname(bundle), entry.originalSource));
      return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
    },
  );
}

function mapOf(bundle: string): SourceMap | undefined {
  if (!maps.has(bundle)) {
    const file = `${bundle}.map`;
    maps.set(bundle, existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined);
  }
  return maps.get(bundle);
}
