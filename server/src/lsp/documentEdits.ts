import type * as requests from '../worker/requests.ts';

/** Edits of a tracking document as edits of files. */
export async function documentEdits(
  file: string,
  asked: Promise<requests.DocumentEdits>,
): Promise<requests.Edits> {
  const answer = await asked;
  return 'refused' in answer ? answer : [{ file, edits: answer.edits, base: answer.base }];
}
