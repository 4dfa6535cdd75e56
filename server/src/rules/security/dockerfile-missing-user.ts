import { type FinalStage, finalStageOf, lastUserOf } from '../../analysis/docker/finalStage.ts';
import { imageName, userOfImage } from '../../analysis/docker/imageUser.ts';
import { isDevelopmentStage, isForDevelopment, isStart } from '../../analysis/docker/purpose.ts';
import type { Dockerfile } from '../../languages/dockerfile.ts';
import { defineRule, type FileContext, type Report } from '../rule.ts';
import { addUser, type MissingUser } from './dockerUser/addUser.ts';
import { givesRootAway, isNoService, isRunByPlatform } from './dockerUser/silentImages.ts';

/** In no image a user of that number: it owns nothing, and Kubernetes can tell that it is not root. */
const numericUser = '10001:10001';

export const dockerfileMissingUser = defineRule<MissingUser>({
  id: 'dockerfile-missing-user',
  title: 'Container runs as root',
  priority: 'P1',
  category: 'security',
  confidence: 'high',
  cwe: [250, 269],
  owasp: 'A04:2021',
  enabledByDefault: true,
  scope: 'file',
  languages: ['dockerfile'],
  keywords: ['from'],
  why: 'Who breaks into a process that runs as root owns the whole container, and a hole in the kernel, a mounted folder or a mounted socket away the host.',
  verification: [
    'The rule finds nothing: the last USER of the final stage is not root.',
    'The built image starts, and writes where it must, as that user: `docker run --rm <image> id -u` is not 0.',
  ],
  effort: { min: 1, max: 2, unit: 'hours' },
  claims:
    /\b(?:docker(?:file)?|containers?|images?)\b.{0,60}\b(?:as )?root\b|\bnon-?root\b|\b(?:missing|no)\b.{0,20}\bUSER\b.{0,40}\b(?:docker(?:file)?|directive|instruction)\b/i,
  check(file, report) {
    if (file.fileClass !== 'production' || isForDevelopment(file.path)) return {};
    return { dockerfile: (dockerfile) => check(file, dockerfile, report) };
  },
  fixes: [addUser],
});

type Add = (report: Report<MissingUser>) => void;

function check(file: FileContext, dockerfile: Dockerfile, report: Add): void {
  const final = finalStageOf(dockerfile);
  if (!final || isDevelopmentStage(final) || hasNoRoot(file, final)) return;
  if (givesRootAway(final) || isRunByPlatform(final)) return;
  const start = [
    final.instructions.findLast(({ keyword }) => keyword === 'ENTRYPOINT'),
    final.instructions.findLast(({ keyword }) => keyword === 'CMD'),
  ].filter((each) => each !== undefined);
  if (isNoService(start)) return;

  const image = final.image === undefined ? undefined : userOfImage(final.image);
  const user = image?.user ?? numericUser;
  const last = lastUserOf(final, dockerfile.globalArgs);
  if (last) {
    if (last.user !== 'root' && last.user !== '0') return;
    const { start: from, end } = last.instruction;
    report({ start: from, end, message: `The image's last USER is root. ${advice(user)}`, data: { user } });
    return;
  }
  if (!image || image.runsAs === 'own' || image.runsAs === 'unknown') return;
  const replaced = start.some(({ keyword }) => keyword === 'ENTRYPOINT');
  if (image.runsAs === 'steps-down' && !replaced) return;

  const server = serverOf(final);
  const { from } = final.stage;
  if (server) {
    report({
      start: from.start,
      end: from.end,
      priority: 'P2',
      confidence: 'medium',
      message: `${server.name} is started as root; only its workers give root away. ${server.advice}`,
      data: { user: undefined },
    });
    return;
  }
  // An image that starts nothing is a base for others, or is told elsewhere what to start, and as whom.
  if (start.length === 0) return;
  const place = final.stage.instructions.find(isStart) ?? from;
  report({
    start: place.start,
    end: place.end,
    message: `No USER is named, so this runs as root. ${advice(user)}`,
    data: { user },
  });
}

const advice = (user: string): string =>
  `Name an unprivileged one above what is started: \`USER ${user}\`, and give it the folders it writes to.`;

/** Web servers whose master process wants root for its port and log, and whose workers don't have it. */
function serverOf(final: FinalStage): { readonly name: string; readonly advice: string } | undefined {
  const started = final.instructions.filter(isStart).map((each) => each.words.join(' '));
  const starts = (pattern: RegExp) => started.some((text) => pattern.test(text));
  const name = imageName(final.image ?? '');
  const ownStart = started.length > 0;
  if (name === 'nginx' || name === 'openresty/openresty' || starts(/(?:^|[\s"'/])(?:nginx|openresty)\b/))
    return { name: 'nginx', advice: 'The image `nginxinc/nginx-unprivileged` needs no root at all.' };
  const apache = name === 'httpd' || /-apache\b/.test(final.image ?? '') || phpSites.test(name);
  if ((apache && !ownStart) || starts(/\bapache2(?:ctl|-foreground)?\b|\bhttpd(?:-foreground)?\b/))
    return { name: 'Apache', advice: 'Let it listen on a port above 1023 and name a USER.' };
  if ((name === 'php' && /fpm/.test(final.image ?? '') && !ownStart) || starts(/\bphp-fpm\b/))
    return { name: 'PHP-FPM', advice: 'It needs no root: name `USER www-data`.' };
  return undefined;
}

const phpSites = /^(?:wordpress|drupal|joomla|nextcloud|matomo|phpmyadmin)$/;

/** Windows images have no root; `scratch` has no users. */
function hasNoRoot(file: FileContext, { image, stage }: FinalStage): boolean {
  if (image === 'scratch' || /^windows\b/.test(stage.platform ?? '')) return true;
  return (
    /windows|nanoserver|servercore/i.test(image ?? '') || /\.windows\b|(?:^|\/)windows\//i.test(file.path)
  );
}
