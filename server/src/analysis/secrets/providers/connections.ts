import type { SecretProvider } from '../types.ts';
import {
  judgeBasic,
  judgeBearer,
  judgeConnectionUrl,
  judgeKeyValueString,
  judgeNetrc,
} from './connectionJudges.ts';

/** Credentials inside addresses, headers and connection strings. */
export const connections: readonly SecretProvider[] = [
  {
    id: 'connection-string',
    name: 'password in an address',
    keywords: ['://'],
    before: { class: /[A-Za-z0-9+.-]/, min: 2, max: 30 },
    // The password may hold an unescaped "@": the last one before the host counts.
    body: /(?<user>[^\s:/@'"`<>\\?#]{0,100}):(?<secret>[^\s/'"`<>\\]{1,200})(?=@(?<host>[A-Za-z0-9_.[\]:,${}%-]{1,300}))/,
    judge: judgeConnectionUrl,
    ownJudgement: true,
  },
  {
    id: 'connection-parameters',
    name: 'password in a connection string',
    keywords: [
      ';Password=',
      ';password=',
      ';PASSWORD=',
      ';Pwd=',
      ';pwd=',
      ';PWD=',
      '; Password=',
      '; Pwd=',
      '&password=',
      '?password=',
    ],
    body: /(?<secret>[^;&\s'"`<>\\]{1,128})/,
    judge: judgeKeyValueString,
    ownJudgement: true,
  },
  {
    id: 'basic-authorization',
    name: 'basic authorization header',
    keywords: ['Basic '],
    body: /(?<secret>[A-Za-z0-9+/]{8,400}={0,2})/,
    judge: judgeBasic,
    ownJudgement: true,
  },
  {
    id: 'bearer-authorization',
    name: 'bearer token',
    keywords: ['Bearer '],
    body: /(?<secret>[A-Za-z0-9_~+/.-]{20,2000}={0,2})/,
    judge: judgeBearer,
    ownJudgement: true,
  },
  {
    id: 'docker-config-auth',
    name: 'registry credential',
    keywords: ['"auth":'],
    body: /\s{0,4}"(?<secret>[A-Za-z0-9+/]{12,400}={0,2})"/,
    judge: judgeBasic,
    ownJudgement: true,
  },
  {
    id: 'netrc-password',
    name: 'netrc password',
    keywords: ['machine '],
    body: /(?<host>[A-Za-z0-9.-]{3,100})\s{1,8}login\s{1,4}\S{1,100}\s{1,8}password\s{1,4}(?<secret>[^\s'"<>$]{1,200})/,
    judge: judgeNetrc,
    ownJudgement: true,
  },
];
