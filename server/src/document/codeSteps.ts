import type { VerificationStep } from '../model/index.ts';

/** A step that is open and that the code itself can show to be done. */
export interface CodeStep {
  /** Index into the blocker's steps, from 0. */
  readonly index: number;
  readonly text: string;
  /** It says itself that a rule decides; of any other a person has to say that it is what the rule looks for. */
  readonly sure: boolean;
}

/** `The rule finds nothing at the cited places.` */
const byRule = /\b(?:rule|scan|scanner)\b.{0,20}\b(?:finds? nothing|is silent|passes)\b/i;

/** Somebody does or sees something beside the code: no rule can answer for that. */
const beside =
  /\b(?:tests?|tested|testing|audit\w*|review\w*|verif\w*|check\w*|confirm\w*|deploy\w*|staging|qa|manual(?:ly)?|rotat\w*|revok\w*|monitor\w*|measur\w*|benchmark\w*|load|sign(?:ed)?[- ]?off|approv\w*|attest\w*|document(?:ed|ation)?|train\w*|infrastructure|backups?|runs?|restart\w*|production|customers?|team)\b/i;

/** The steps that can be ticked because nothing is found in the code any more. */
export const codeStepsOf = (steps: readonly VerificationStep[]): CodeStep[] =>
  steps.flatMap(({ text, kind, state }, index): CodeStep[] => {
    if (state === 'passed' || state === 'skipped') return [];
    const sure = kind === 'code' || byRule.test(text);
    return sure || (kind === 'manual' && !beside.test(text)) ? [{ index, text, sure }] : [];
  });
