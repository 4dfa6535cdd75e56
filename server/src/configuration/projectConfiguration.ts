import * as z from 'zod';
import { priorities } from '../model/index.ts';

/** Where a project's configuration lies: the nearest one upwards from a file applies, and extends those above it. */
export const configurationFile = 'production-blockers.json';

const reason = z.string().trim().min(1, 'Say why, in a sentence.');
const day = z.iso.date('Write a day as YYYY-MM-DD.');

/** What people may assume about the world around the code, where the code alone proves nothing. */
export const assumptions = [
  'rateLimitAtEdge',
  'tlsTerminatedUpstream',
  'corsAtGateway',
  'backupsManaged',
] as const;
export type AssumptionId = (typeof assumptions)[number];

const assumption = z.strictObject({
  value: z.union([z.boolean(), z.string()]).describe('What is assumed: true, or what does it ("RDS").'),
  author: z.string().trim().min(1, 'Say who assumes it.').describe('Who says so.'),
  reason: reason.describe('Why it holds.'),
  until: day.optional().describe('The last day on which it holds; after it the findings count again.'),
});

/** The schema of `production-blockers.json`: the one description of it. The JSON schema is made from this. */
export const ProjectConfiguration = z.strictObject({
  $schema: z.string().optional().describe('Where editors find the schema.'),
  rules: z
    .record(z.string(), z.enum(['off', ...priorities.slice(0, 3)]))
    .default({})
    .describe('Rules by id: "off", or the priority that they have here.'),
  exclude: z
    .array(z.string().min(1))
    .default([])
    .describe('Files that are not looked at, as patterns of .gitignore, relative to this file.'),
  ignore: z
    .array(
      z.strictObject({
        rule: z.string().min(1).describe('The id of the rule.'),
        path: z.string().min(1).describe('Which files, as a pattern of .gitignore, relative to this file.'),
        fingerprint: z.string().optional().describe('Only this one finding.'),
        reason: reason.describe('Why it is no blocker.'),
      }),
    )
    .default([])
    .describe('Findings that are listed and do not count: for files that have no comments.'),
  assumptions: z
    .partialRecord(z.enum(assumptions), assumption)
    .default({})
    .describe('What holds outside the code. Kept as evidence, with who says so.'),
  documentMaxAgeDays: z
    .int()
    .min(0)
    .optional()
    .describe(
      'After so many days without an update the tracking document is pointed at; 0 says never, 30 is the default.',
    ),
  document: z.string().optional().describe('The tracking document, relative to this file.'),
});
export type ProjectConfiguration = z.infer<typeof ProjectConfiguration>;
