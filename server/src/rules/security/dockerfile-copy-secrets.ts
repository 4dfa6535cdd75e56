import { finalStageOf } from '../../analysis/docker/finalStage.ts';
import { isDevelopmentStage, isForDevelopment } from '../../analysis/docker/purpose.ts';
import type { DockerInstruction } from '../../languages/dockerfile.ts';
import { defineRule } from '../rule.ts';

/** Files that hold secrets, by their names. What ends in `example` and the like holds none. */
const secretFile = new RegExp(
  [
    String.raw`(?:^|/)\.env(?:\.(?!example|sample|template|dist|defaults?\b)[\w-]+)*$`,
    String.raw`(?:^|/)(?:\.npmrc|\.yarnrc\.yml|\.pypirc|\.netrc|_netrc|\.pgpass|\.my\.cnf|\.git-credentials|\.htpasswd|\.vault-token)$`,
    String.raw`(?:^|/)\.(?:ssh|aws|azure|kube|gnupg|docker)(?:/|$)`,
    String.raw`(?:^|/)\.env\.?\*$`,
    String.raw`(?:^|/)(?:gcp|gcloud|google|firebase|aws|azure)[-_](?:keys?|creds?|credentials?|sa)[\w.-]*\.json$`,
    String.raw`^(?:\./)?\.?secrets/?$`,
    '(?:^|/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|kubeconfig)$',
    String.raw`(?:^|/)[\w.-]*(?:priv|server|tls|ssl|signing|deploy)[\w.-]*\.(?:pem|key)$`,
    String.raw`\.(?:key|p12|pfx|jks|keystore|kdbx)$`,
    String.raw`(?:^|/)(?:[\w.-]*service[-_]?account[\w.-]*|credentials|client_secrets?|firebase-adminsdk[\w.-]*|secrets?)\.(?:json|ya?ml|toml|txt|env)$`,
  ].join('|'),
  'i',
);

/** The same by where it is copied to. */
const publicKey = /\.pub$|public|cacert|ca-?bundle|ca\.pem$|(?:^|\/)certs?\/ca/i;

export const dockerfileCopySecrets = defineRule({
  id: 'dockerfile-copy-secrets',
  title: 'File with secrets copied into an image',
  priority: 'P0',
  category: 'security',
  confidence: 'high',
  cwe: [538],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['dockerfile'],
  keywords: ['copy', 'add'],
  why: 'Whoever may pull the image reads the file, and deleting it in a later layer leaves it in the earlier one.',
  verification: [
    'The rule finds nothing, and `.dockerignore` keeps the file out of the build.',
    'The exposed secrets were revoked: every image that was built with them still holds them.',
  ],
  effort: { min: 30, max: 120, unit: 'minutes' },
  claims:
    /\b(?:\.env|secrets?|keys?|credentials?)\b.{0,40}\b(?:copied|baked|included)\b.{0,40}\b(?:images?|docker)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isForDevelopment(file.path)) return {};
    return {
      dockerfile(dockerfile) {
        const final = finalStageOf(dockerfile);
        if (!final || isDevelopmentStage(final)) return;
        const brought = dockerfile.stages
          .slice(0, -1)
          .flatMap(({ instructions }) =>
            instructions.flatMap((each) => sourcesOf(each, file.text, new Set())),
          );
        const known = new Set(brought.map(nameOf));
        for (const instruction of final.instructions) {
          const copied = sourcesOf(instruction, file.text, known).find(
            (source) => secretFile.test(source) && !publicKey.test(source),
          );
          if (copied === undefined) continue;
          report({
            start: instruction.start,
            end: instruction.end,
            message: `\`${copied}\` becomes part of the image, where everyone who may pull it can read it. Give secrets to the container when it starts, or mount them while it is built.`,
          });
        }
      },
    };
  },
  fixes: [],
});

/**
 * What `COPY` and `ADD` take from the context of the build; of what comes from another stage only the files that
 * `known` says were brought there from the context.
 */
function sourcesOf(
  { keyword, words, start, end }: DockerInstruction,
  text: string,
  known: Known,
): readonly string[] {
  if (keyword !== 'COPY' && keyword !== 'ADD') return [];
  const plain = words.join(' ').startsWith('[')
    ? [...words.join(' ').matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '')
    : words;
  const fromStage = isFromStage(text.slice(start, end));
  return plain
    .slice(0, -1)
    .filter((source) => !/^https?:|^git@|^<</.test(source) && (!fromStage || known.has(nameOf(source))));
}

/** Names of files, without their folders. */
type Known = ReadonlySet<string>;
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
const isFromStage = (instruction: string): boolean => /^\w+\s+(?:--\S+\s+)*--from=/.test(instruction);
