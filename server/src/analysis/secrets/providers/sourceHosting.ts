import { hasCrc32Tail } from '../crc32.ts';
import type { SecretProvider } from '../types.ts';
import { assigned, spellings } from './assigned.ts';
import { judgeGithubApp, judgeGithubToken } from './judges.ts';

/** Source hosting and continuous integration. */
export const sourceHosting: readonly SecretProvider[] = [
  {
    id: 'github-token',
    name: 'GitHub token',
    keywords: ['ghp_', 'gho_', 'ghu_', 'ghr_'],
    body: /[A-Za-z0-9]{36,250}/,
    judge: judgeGithubToken,
  },
  {
    // Opaque with a checksum, or since 2026 a JWT after the prefix (github.blog changelog, 2026-05-15).
    id: 'github-app-token',
    name: 'GitHub App installation token',
    keywords: ['ghs_'],
    body: /[A-Za-z0-9_-]{36,400}(?:\.[A-Za-z0-9_-]{20,2000}\.[A-Za-z0-9_-]{20,800})?/,
    judge: judgeGithubApp,
  },
  {
    id: 'github-fine-grained-token',
    name: 'GitHub fine-grained token',
    keywords: ['github_pat_'],
    body: /[A-Za-z0-9]{22}_[A-Za-z0-9]{59}/,
  },
  {
    id: 'gitlab-token',
    name: 'GitLab token',
    keywords: [
      'glpat-',
      'gldt-',
      'glrt-',
      'glcbt-',
      'glptt-',
      'glft-',
      'glsoat-',
      'gloas-',
      'glimt-',
      'glagent-',
      'glffct-',
      'glrtr-',
      'glwt-',
    ],
    body: /[A-Za-z0-9_-]{20,300}(?:\.[0-9a-z]{2}\.[0-9a-z]{7,9})?/,
  },
  {
    id: 'gitlab-runner-token',
    name: 'GitLab runner registration token',
    keywords: ['GR1348941'],
    body: /[A-Za-z0-9_-]{20}/,
  },
  {
    id: 'atlassian-token',
    name: 'Atlassian API token',
    keywords: ['ATATT3x', 'ATCTT3x', 'ATSTT3x'],
    body: /[A-Za-z0-9_=-]{150,400}/,
  },
  {
    id: 'bitbucket-app-password',
    name: 'Bitbucket app password',
    keywords: ['ATBB'],
    body: /[A-Za-z0-9]{32}/,
  },
  {
    id: 'azure-devops-token',
    name: 'Azure DevOps token',
    keywords: ['AZDO'],
    before: { class: /[A-Za-z0-9]/, min: 76, max: 76 },
    body: /[A-Za-z0-9]{4}/,
  },
  {
    id: 'circleci-token',
    name: 'CircleCI token',
    keywords: ['CCIPAT_', 'CCIPRJ_'],
    body: /[A-Za-z0-9]{22}_[0-9a-f]{40}/,
  },
  { id: 'buildkite-token', name: 'Buildkite token', keywords: ['bkua_', 'bkaj_'], body: /[0-9a-f]{40}/ },
  { id: 'sonar-token', name: 'SonarQube token', keywords: ['squ_', 'sqp_', 'sqa_'], body: /[0-9a-f]{40}/ },
  {
    id: 'sourcegraph-token',
    name: 'Sourcegraph token',
    keywords: ['sgp_'],
    body: /(?:(?:[0-9a-f]{16}|local)_)?[0-9a-f]{40}/,
  },
  {
    id: 'snyk-token',
    name: 'Snyk token',
    keywords: spellings('snyk token', 'snyk api token', 'snyk api key'),
    body: assigned('[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
  },
  {
    id: 'codecov-token',
    name: 'Codecov token',
    keywords: spellings('codecov token'),
    body: assigned('[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'),
    confidence: 'medium',
  },
];

/** Package registries. */
export const registries: readonly SecretProvider[] = [
  {
    id: 'npm-token',
    name: 'npm access token',
    keywords: ['npm_'],
    body: /[A-Za-z0-9]{36}/,
    judge: ({ secret }) => (hasCrc32Tail(secret.slice('npm_'.length)) ? 'high' : 'low'),
  },
  {
    id: 'npmrc-auth',
    name: 'package registry credential',
    keywords: [':_authToken=', ':_auth=', ':_password='],
    body: /\s{0,2}["']?(?<secret>[A-Za-z0-9+/_.-]{16,1000}={0,2})/,
  },
  {
    id: 'pypi-token',
    name: 'PyPI API token',
    keywords: ['pypi-AgEIcHlwaS5vcmc', 'pypi-AgENdGVzdC5weXBpLm9yZw'],
    body: /[A-Za-z0-9_-]{50,1000}/,
  },
  { id: 'rubygems-key', name: 'RubyGems API key', keywords: ['rubygems_'], body: /[0-9a-f]{48}/ },
  { id: 'crates-token', name: 'crates.io token', keywords: ['cio'], body: /[A-Za-z0-9]{32}/ },
  { id: 'nuget-key', name: 'NuGet API key', keywords: ['oy2'], body: /[a-z0-9]{43}/ },
  { id: 'clojars-token', name: 'Clojars token', keywords: ['CLOJARS_'], body: /[0-9a-f]{60}/ },
  {
    id: 'docker-token',
    name: 'Docker Hub token',
    keywords: ['dckr_pat_', 'dckr_oat_'],
    body: /[A-Za-z0-9_-]{27,32}/,
  },
  { id: 'jfrog-api-key', name: 'JFrog API key', keywords: ['AKCp'], body: /[A-Za-z0-9]{69}/ },
  {
    id: 'jfrog-reference-token',
    name: 'JFrog reference token',
    keywords: ['cmVmdGtu'],
    body: /[A-Za-z0-9]{56}/,
  },
];
