/** `BLOCKERS.md`, `production-blockers.md`, `Launch Blockers.markdown`, `BLOCKERS_LOG.md`. */
const names =
  /^(?:(?:production|prod|release|launch|go[-_ ]?live)[-_ ]?)?blockers?(?:[-_ ]?(?:log|tracking|tracker|list))?\.(?:md|markdown)$/i;

/**
 * Whether a file is a tracking document by its name, wherever it lies.
 * @param path with forward slashes
 */
export const isTrackingDocumentName = (path: string): boolean =>
  names.test(path.slice(path.lastIndexOf('/') + 1));
