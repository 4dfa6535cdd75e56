import { isForDevelopment } from '../../analysis/docker/purpose.ts';
import { defineRule, type FileContext, type Report } from '../rule.ts';
import { commandWords } from './tls/commands.ts';
import { entriesVisitor, isShell, textVisitor } from './tls/files.ts';
import { scriptVisitors } from './tls/script.ts';
import { type TlsEdit, verifyAgain } from './tls/verifyAgain.ts';

export const tlsVerificationDisabled = defineRule<TlsEdit>({
  id: 'tls-verification-disabled',
  title: 'TLS certificates are not checked',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [295],
  owasp: 'A02:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['script', 'json', 'yaml', 'env', 'dockerfile', 'text'],
  keywords: [
    ...commandWords,
    ...['checkserveridentity', 'strictssl', 'verifyssl', 'verify_ssl', 'sslvalidate', 'verifycertificate'],
    ...['validatecertificate', 'insecureskip', 'skiptlsverify', 'ignorehttpserrors', 'verificationmode'],
    ...['certificate-error', 'setcertificateverifyproc', 'createproxy'],
  ],
  why: 'Without the check, whoever sits on the line can pretend to be the other side, and read and change everything that is sent: passwords, tokens, payments.',
  verification: [
    'The rule finds nothing: certificates are checked everywhere in production.',
    'A call to a server with a self-signed certificate fails; servers with a private authority are reached through `ca` or `NODE_EXTRA_CA_CERTS`.',
  ],
  effort: { min: 1, max: 4, unit: 'hours' },
  claims:
    /\brejectUnauthorized\b|\bNODE_TLS_REJECT_UNAUTHORIZED\b|\b(?:TLS|SSL|certificates?)\b.{0,40}\b(?:disabled|skipped|bypassed|ignored|not checked|not verified)\b|\b(?:disables?|skips?|ignores?|bypass(?:es)?) (?:TLS|SSL|certificates?)\b/i,
  check(file, report) {
    const told = new Set<number>();
    const tell = (place: Report<TlsEdit>) => {
      if (told.has(place.start)) return;
      told.add(place.start);
      report(place);
    };
    if (file.language === 'script') return scriptVisitors(file, tell);
    if (isSilentFile(file)) return {};
    if (file.language === 'json' || file.language === 'yaml') return entriesVisitor(file, tell);
    if (file.language === 'text' && !isShell(file.path)) return {};
    return textVisitor(file, tell);
  },
  fixes: [verifyAgain],
});

/** Files of tests and examples, and those whose name says that they are for somebody's own machine. */
const isSilentFile = ({ fileClass, path }: FileContext): boolean =>
  (fileClass !== 'production' && fileClass !== 'script' && fileClass !== 'config') ||
  isForDevelopment(path.replace(/(?:^|\/)\.github\//, '/')) ||
  /(?:^|\/)(?:\.vscode|\.idea|nodemon|launch\.json|tsconfig)|override\.ya?ml$/.test(path);
