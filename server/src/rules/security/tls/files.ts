import type { Entry } from '../../../languages/entry.ts';
import type { FileContext, Report, Visitors } from '../../rule.ts';
import { tlsOffIn } from './commands.ts';
import { offValueOf } from './options.ts';
import type { TlsEdit } from './verifyAgain.ts';

type Tell = (report: Report<TlsEdit>) => void;

/** Files of commands and settings that are neither keys and values nor scripts. */
export const isShell = (path: string): boolean =>
  /\.(?:sh|bash|zsh|ksh|ps1|cmd|bat|mk|service)$|(?:^|\/)(?:\.npmrc|\.yarnrc|\.curlrc|\.wgetrc|\.gitconfig|\.bashrc|Makefile|Procfile|entrypoint|justfile)$/i.test(
    path,
  );

const messageOf = (what: string): string =>
  `TLS certificates are not checked: \`${what}\` turns the check off, so whoever sits on the line can read and change what is sent. Check them, and name a private authority instead.`;

/** Lines of shells, Dockerfiles and environments. */
export function textVisitor(file: FileContext, tell: Tell): Visitors {
  const isComment = (line: string) => /^\s{0,100}(?:#|;|\/\/|rem\b|::)/i.test(line);
  return {
    text: () => {
      for (const { start, end, what } of tlsOffIn(file.text, isComment)) {
        tell({ start, end, message: messageOf(what), data: { edit: lineEdit(file, start, end) } });
      }
      // `[http]` with `sslVerify = false` below it.
      if (!/(?:^|\/)\.gitconfig$/.test(file.path)) return;
      for (const match of file.text.matchAll(/^[ \t]{0,40}sslVerify[ \t]{0,4}=[ \t]{0,4}false\b/gim))
        tell({
          start: match.index,
          end: match.index + match[0].length,
          message: messageOf('sslVerify = false'),
          data: { edit: undefined },
        });
    },
  };
}

/** A line that holds nothing else goes; a variable in front of a command goes alone. */
function lineEdit({ text, language }: FileContext, start: number, end: number): TlsEdit['edit'] {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const newline = text.indexOf('\n', end);
  const to = newline < 0 ? text.length : newline + 1;
  const before = text.slice(from, start);
  const rest = text.slice(end, to);
  const whole =
    language === 'dockerfile' ? /^\s{0,40}ENV\s{1,40}$/i : /^\s{0,40}(?:export\s{1,9}|set\s{1,9})?$/;
  if (rest.trim() === '' && whole.test(before) && !/\\\s{0,9}$/.test(text.slice(0, Math.max(from - 1, 0))))
    return { start: from, end: to, newText: '' };
  const space = /^[ \t]{1,40}/.exec(rest);
  const isVariable = /^NODE_TLS_REJECT_UNAUTHORIZED=/.test(text.slice(start, end));
  return isVariable && space && !/ENV\s{0,9}$/i.test(before)
    ? { start, end: end + space[0].length, newText: '' }
    : undefined;
}

/** Words in the path of a key that say: not for production. */
const elsewhere =
  /^(?:dev|develop|development|local|tests?|testing|e2e|ci|debug|storybook|cypress|playwright|lint|staging)$/;

/** Keys and values of JSON and YAML: options, variables, and scripts. */
export function entriesVisitor(file: FileContext, tell: Tell): Visitors {
  let named: string | undefined;
  return {
    entry: (entry) => {
      const { path, key, value, start, end } = entry;
      if (
        path.some((each) =>
          each
            .toLowerCase()
            .split(/[:._-]/)
            .some((word) => elsewhere.test(word)),
        )
      )
        return;
      const found = what(entry, named);
      // Kubernetes writes a variable as `name: X` and `value: "0"`.
      named =
        key === 'name' && value === 'NODE_TLS_REJECT_UNAUTHORIZED' ? path.slice(0, -1).join('\0') : undefined;
      if (found) {
        tell({
          start,
          end,
          message: messageOf(found.what),
          data: { edit: found.instead === undefined ? undefined : { start, end, newText: found.instead } },
        });
        return;
      }
      const raw = file.text.slice(start, end);
      if (/^(?:description|message|help|comment|note|summary|title)$/i.test(key)) return;
      for (const off of tlsOffIn(raw, (line) => /^\s{0,100}#/.test(line))) {
        const space = /^[ \t]{1,40}/.exec(raw.slice(off.end));
        const isVariable = /^NODE_TLS_REJECT_UNAUTHORIZED=/.test(raw.slice(off.start, off.end));
        const edit =
          isVariable && space
            ? { start: start + off.start, end: start + off.end + space[0].length, newText: '' }
            : undefined;
        tell({
          start: start + off.start,
          end: start + off.end,
          message: messageOf(off.what),
          data: { edit },
        });
      }
    },
  };
}

function what(
  { path, key, value }: Entry,
  named: string | undefined,
): { what: string; instead?: string } | undefined {
  const isLast = path.at(-1) === key;
  if (!isLast) return undefined;
  if (key === 'NODE_TLS_REJECT_UNAUTHORIZED' && value === '0') return { what: `${key}=0`, instead: '"1"' };
  if (key === 'value' && value === '0' && named === path.slice(0, -1).join('\0'))
    return { what: 'NODE_TLS_REJECT_UNAUTHORIZED=0', instead: '"1"' };
  const lower = key.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  if (/^(?:enableStrictSsl|strictSsl)$/.test(lower) && value === 'false')
    return { what: `${key}: false`, instead: 'true' };
  if (/^insecureSkipTlsVerify(?:Backend)?$/.test(lower) && value === 'true')
    return { what: `${key}: true`, instead: 'false' };
  const off = offValueOf(key);
  if (off === undefined || value !== String(off)) return undefined;
  return { what: `${key}: ${value}`, instead: String(!off) };
}
