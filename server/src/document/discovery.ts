/** `BLOCKERS.md`, `production-blockers.md`, `Launch Blockers.markdown`, `BLOCKERS_LOG.md`. */
const names =
  /^(?:(?:production|prod|release|launch|go[-_ ]?live)[-_ ]?)?blockers?(?:[-_ ]?(?:log|tracking|tracker|list))?\.(?:md|markdown)$/i;

/**
 * Whether a file is a tracking document by its name, wherever it lies.
 * @param path with forward slashes
 */
export const isTrackingDocumentName = (path: string): boolean => names.test(nameOf(path));

/** `BLOCKERS_RESOLUTION.md`, `docs/production-readiness.md`, `go-no-go.md`, `Launch Plan.md`. */
const planNames =
  /(?:^|[-_ .])(?:blockers?|resolutions?|readiness|go[-_ ]?no[-_ ]?go|go[-_ ]?live|launch|production|remediation|release|rollout|cutover)(?:[-_ .].*)?\.(?:md|markdown)$/i;

/** Whether a file may by its name be a plan beside the tracking document; what it says decides. */
export const mayBePlanName = (path: string): boolean =>
  !isTrackingDocumentName(path) && planNames.test(nameOf(path));

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
