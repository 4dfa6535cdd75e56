import type { SecretProvider } from '../types.ts';
import { judgeBasic, judgeCommandLine, judgeTyped } from './connectionJudges.ts';

/** A word on a command line, quoted or not. */
const word = '["\']?(?<secret>[^\\s\'"`|;<>]{3,120})';

/** Passwords that are handed to programs where they are started, in shells and in whatever starts them. */
export const commandLines: readonly SecretProvider[] = [
  {
    id: 'command-line-password',
    name: 'password on a command line',
    keywords: [' -u ', '--user ', '--user='],
    body: /["']?[^\s:'"`$<]{1,80}:(?<secret>[^\s'"`]{3,120})/,
    judge: judgeCommandLine,
    ownJudgement: true,
  },
  {
    // mysql wants the password right behind its option.
    id: 'mysql-password',
    name: 'password on a command line',
    keywords: ['mysql ', 'mysqldump ', 'mysqladmin ', 'mysqlimport ', 'mariadb ', 'mariadb-dump '],
    body: new RegExp(`(?:[^\\n|;&]{0,160}? )?(?:-p|--password=)${word}`),
    judge: judgeTyped,
    ownJudgement: true,
  },
  {
    id: 'login-password',
    name: 'password on a command line',
    keywords: [
      'docker login ',
      'podman login ',
      'buildah login ',
      'helm registry login ',
      'cf login ',
      'oc login ',
    ],
    body: new RegExp(`(?:[^\\n|;&]{0,160}? )?(?:-p|--password)[ =]{1,2}${word}`),
    judge: judgeTyped,
    ownJudgement: true,
  },
  {
    id: 'sshpass-password',
    name: 'password on a command line',
    keywords: ['sshpass -p'],
    body: new RegExp(`\\s{0,2}${word}`),
    judge: judgeTyped,
    ownJudgement: true,
  },
  {
    id: 'redis-password',
    name: 'password on a command line',
    keywords: ['--requirepass', '--masterauth', 'redis-cli '],
    body: new RegExp(`(?:(?:[^\\n|;&]{0,80}? )?-a|["']?,?)\\s{1,2}${word}`),
    judge: judgeTyped,
    ownJudgement: true,
  },
  {
    id: 'chpasswd-password',
    name: 'password of an account',
    keywords: ['echo '],
    body: /["']?[\w$-]{1,40}:(?<secret>[^\s:'"`|]{3,120})["']?\s{0,4}\|\s{0,4}(?:sudo\s{1,4})?(?:\/usr\/sbin\/)?chpasswd\b/,
    judge: judgeTyped,
    ownJudgement: true,
  },
  {
    id: 'secure-string',
    name: 'password in a script',
    keywords: ['ConvertTo-SecureString '],
    body: new RegExp(`(?:-String\\s{1,4})?(?=[^\\n]{0,200}-AsPlainText)${word}`, 'i'),
    judge: judgeTyped,
    ownJudgement: true,
  },
  {
    id: 'npm-basic-authorization',
    name: 'registry credential',
    keywords: ['_auth=', '_auth = '],
    body: /["']?(?<secret>[A-Za-z0-9+/]{12,400}={0,2})/,
    judge: judgeBasic,
    ownJudgement: true,
  },
];
