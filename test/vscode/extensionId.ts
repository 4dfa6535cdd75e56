/** The extension's id, publisher and name. */
export const extensionId = 'production-blockers.production-blockers';
