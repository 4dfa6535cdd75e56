import * as z from 'zod';
import { ProjectConfiguration } from '../../server/src/configuration/projectConfiguration.ts';

/** The JSON schema of `production-blockers.json`, for editors. */
export function configurationSchema(): string {
  const schema = z.toJSONSchema(ProjectConfiguration, { io: 'input', target: 'draft-7' });
  const titled = { ...schema, title: 'Production Blockers', allowComments: true, allowTrailingCommas: true };
  return `${JSON.stringify(titled, null, 2)}\n`;
}
