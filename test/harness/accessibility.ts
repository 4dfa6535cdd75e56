import axe from 'axe-core';
import type { Frame } from 'playwright-core';

/** A rule that axe found broken. */
export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** The elements, each as its opening HTML with what is wrong with it. */
  readonly elements: readonly string[];
}

/** A webview is a part of VS Code's page and need not have what a page has. */
const forWholePages = ['page-has-heading-one', 'landmark-one-main', 'region'];

/** Lets axe look at a webview's inside. Empty when all is well. */
export async function accessibilityViolations(frame: Frame): Promise<readonly Violation[]> {
  await frame.evaluate(axe.source);
  const violations = await frame.evaluate(async (skipped) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const rules = Object.fromEntries(skipped.map((rule) => [rule, { enabled: false }]));
    return (await axe.run(document, { resultTypes: ['violations'], rules })).violations;
  }, forWholePages);
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    elements: nodes.map((node) => `${node.html} — ${node.failureSummary ?? ''}`),
  }));
}
