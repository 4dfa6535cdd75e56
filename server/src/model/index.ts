export type * from './blocker.ts';
export type * from './finding.ts';
export type * from './history.ts';
export type * from './position.ts';
export type * from './textEdit.ts';
export * from './vocabulary.ts';
