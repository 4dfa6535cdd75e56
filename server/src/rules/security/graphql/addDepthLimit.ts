import type { TextEdit } from '../../../model/index.ts';
import type { Fix } from '../../rule.ts';
import { defaultImport, dependencyEdit } from '../addPackage.ts';
import { localNameOf } from '../secretFix/importEdit.ts';
import type { GraphqlServer } from './servers.ts';

/** What the fix needs to know of a server. Offsets count from 0. */
export interface DepthPlace {
  readonly kind: GraphqlServer['kind'];
  /** Behind the opening brace of its options, and what stands between it and the first of them. */
  readonly at: number;
  readonly gap: string;
  readonly isEmpty: boolean;
  readonly rules: boolean;
}

const packageName = 'graphql-depth-limit';

/** Limits how deep a query may nest: an option in Mercurius, a rule of validation elsewhere. */
export const addDepthLimit: Fix<DepthPlace> = {
  title: 'Limit the depth of queries to 8',
  safe: false,
  appliesTo: ({ data }) => data !== undefined && data.kind !== 'yoga' && !data.rules,
  async edit({ data }, file, workspace) {
    if (!data || !file.script) return { refused: 'The options of the server are no longer written here.' };
    const known = localNameOf(file.script, 'depthLimit');
    const option =
      data.kind === 'mercurius' ? 'queryDepth: 8' : `validationRules: [${known ?? 'depthLimit'}(8)]`;
    const newText = `${data.gap}${option}${data.isEmpty ? ' ' : ','}`;
    const edits: TextEdit[] = [{ range: file.lines.rangeOf(data.at, data.at), newText }];
    if (data.kind === 'mercurius') return [{ file: file.path, edits }];
    if (!known) edits.unshift(defaultImport(file, file.script, 'depthLimit', packageName));
    return [{ file: file.path, edits }, ...(await dependencyEdit(file, workspace, packageName, '^1.1.0'))];
  },
};
