import { type GitFailure, git } from './git.ts';

/**
 * Why git can't tell the whole past of what lies in a folder, as the first half of a sentence; undefined where it can.
 * @param what the thing whose past is wanted, as a sentence begins: `The document`
 */
export async function whyUnknown(folder: string, what: string): Promise<string | undefined> {
  const shallow = await git(folder, ['rev-parse', '--is-shallow-repository']);
  if ('failed' in shallow) return whyNot(shallow, what);
  return shallow.toString().trim() === 'true' ? 'This is a shallow clone without its history' : undefined;
}

function whyNot({ failed, message }: GitFailure, what: string): string {
  if (failed === 'missing') return 'Git is not installed';
  if (/dubious ownership/.test(message))
    return 'Git does not trust the repository, which belongs to another user';
  return `${what} is in no git repository`;
}
