import { languageOf } from '../languages/language.ts';
import { loadScriptParser, parseScript } from '../languages/script.ts';
import { commentsIn } from './comments.ts';

/** What opens a comment, or goes on with one, in the languages that people write. */
const opener = /\/\/|\/\*|^\s*\*|#|--|<!--|;|"""|'''/;

/**
 * Tells of offsets (from 0) into a file whether they stand in a comment. Scripts are parsed; in another language a
 * place counts that has what opens a comment before it on its line. JSON has none, Markdown is all words.
 */
export async function commentFinder(path: string, text: string): Promise<(offset: number) => boolean> {
  const language = languageOf(path);
  if (language === 'json') return () => false;
  if (/\.(?:md|markdown|mdx|txt|rst|adoc)$/i.test(path)) return () => true;
  if (language === 'script') {
    await loadScriptParser();
    const comments = commentsIn(parseScript(path, text));
    return (offset) => comments.some(({ start, end }) => start <= offset && offset < end);
  }
  return (offset) => {
    const start = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
    return opener.test(text.slice(start, offset));
  };
}
