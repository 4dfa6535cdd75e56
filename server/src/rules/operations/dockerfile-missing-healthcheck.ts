import { commandLine } from '../../analysis/docker/command.ts';
import { type FinalStage, finalStageOf } from '../../analysis/docker/finalStage.ts';
import { imageName, userOfImage } from '../../analysis/docker/imageUser.ts';
import { isCompose } from '../../analysis/docker/manifests.ts';
import { isDevelopmentStage, isForDevelopment, isStart } from '../../analysis/docker/purpose.ts';
import type { Place } from '../../model/index.ts';
import { defineProjectRule, type FileContext } from '../rule.ts';
import { isNoService, isRunByPlatform } from '../security/dockerUser/silentImages.ts';

type Fact =
  | { readonly kind: 'image'; readonly place: Place }
  /** Somebody else asks whether the program is well: Kubernetes, or the platform that it runs on. */
  | { readonly kind: 'probed' }
  /** What a compose file says of a service, one by one. */
  | { readonly kind: 'build' | 'healthcheck'; readonly service: string };

/** Probes of Kubernetes, and what platforms call theirs: Render, Railway, Fly, App Engine, ECS, Nomad. */
const probes =
  /\b(?:liveness|readiness|startup)_?(?:Probe|_check)\b|\bhealth_?check_?path\b|"healthCheck"\s*:|\[\[?(?:services\.|http_service\.)?(?:\w+_)?checks\b/i;

/** Files in which platforms are told how to run a program, besides YAML and JSON. */
const platformFile = /(?:^|\/)(?:fly|railway|nixpacks)[\w.-]*\.toml$|\.(?:nomad|hcl|tf|tpl)$/;

/** What runs once, or by the clock: nobody asks it for anything. */
const job =
  /\b(?:migrat\w*|seed\w*|cron\w*|jobs?|batch|backup|worker\w*|consumer|scheduler|cli|scripts?|lint|build|bench\w*|scan\w*|import|export|sync|bots?|help|version)\b/i;

const service =
  /\b(?:server|serve|app|main|index|start|dev|next|nodemon|pm2|gunicorn|uvicorn|web|api|www|http\w*)\b/i;

export const dockerfileMissingHealthcheck = defineProjectRule<Fact>({
  id: 'dockerfile-missing-healthcheck',
  title: 'Image whose health nobody asks for',
  priority: 'P2',
  category: 'operations',
  confidence: 'medium',
  cwe: [],
  enabledByDefault: true,
  scope: 'project',
  languages: ['dockerfile', 'yaml', 'json', 'text'],
  why: 'Docker sees only whether the process is there: one that hangs, or has lost its database, goes on being sent requests.',
  verification: [
    'The rule finds nothing: the image has a HEALTHCHECK, or what runs it has a probe.',
    '`docker ps` shows the container as healthy, and as unhealthy when the program hangs.',
  ],
  effort: { min: 15, max: 60, unit: 'minutes' },
  claims: /\bHEALTHCHECK\b|\b(?:docker(?:file)?|containers?|images?)\b.{0,40}\bhealth ?checks?\b/i,
  collect(file, tell) {
    if (file.language === 'dockerfile') {
      if (file.fileClass !== 'production' || isForDevelopment(file.path)) return {};
      return {
        dockerfile(dockerfile) {
          const final = finalStageOf(dockerfile);
          const place = final && placeOf(final, file);
          if (place) tell({ kind: 'image', place });
        },
      };
    }
    if (file.language === 'text' && !platformFile.test(file.path)) return {};
    if (isCompose(file.path, file.text)) {
      return {
        entry({ path }) {
          const [top, name = '', key] = path;
          if (top === 'services' && (key === 'build' || key === 'healthcheck'))
            tell({ kind: key, service: name });
        },
      };
    }
    return {
      text: () => {
        if (probes.test(file.text)) tell({ kind: 'probed' });
      },
    };
  },
  conclude(files, report) {
    const images = files.filter(({ facts }) => facts.some(({ kind }) => kind === 'image'));
    // Which image a probe asks is not told by names alone: it answers for those that stand nearest to it.
    const asked = new Set<string>();
    for (const { file, facts } of files) {
      if (!facts.some(({ kind }) => kind === 'probed') && !isAskedByCompose(facts)) continue;
      const nearest = Math.max(...images.map((image) => sharedFolders(image.file, file)));
      for (const image of images) if (sharedFolders(image.file, file) === nearest) asked.add(image.file);
    }
    for (const { file, facts } of images) {
      const fact = facts.find(({ kind }) => kind === 'image');
      if (fact?.kind !== 'image' || asked.has(file)) continue;
      report({
        place: fact.place,
        message:
          'Nothing asks whether this is well: one that hangs goes on being sent requests. Add a HEALTHCHECK that calls its health endpoint, or a probe where it runs.',
      });
    }
  },
  fixes: [],
});

/** How many folders two files have in common, from the root on. */
function sharedFolders(one: string, other: string): number {
  const [first, second] = [one.split('/').slice(0, -1), other.split('/').slice(0, -1)];
  const differs = first.findIndex((folder, index) => folder !== second[index]);
  return differs < 0 ? first.length : differs;
}

function isAskedByCompose(facts: readonly Fact[]): boolean {
  const asked = new Set(facts.flatMap((each) => (each.kind === 'healthcheck' ? [each.service] : [])));
  return facts.some((each) => each.kind === 'build' && asked.has(each.service));
}

/** Where an image starts a service and has no check; undefined where it needs none, or where one can't tell. */
function placeOf(final: FinalStage, file: FileContext): Place | undefined {
  const { image, instructions } = final;
  if (image === undefined || isDevelopmentStage(final) || isRunByPlatform(final)) return undefined;
  // Without a shell and tools there is nothing that could ask; functions of a cloud are asked by it.
  if (image === 'scratch' || /distroless|lambda|chainguard|cgr\.dev|dhi\.io|windows|nanoserver/i.test(image))
    return undefined;
  // An image of somebody's own may bring its check along.
  if (userOfImage(image).runsAs === 'unknown') return undefined;
  if (instructions.some(({ keyword }) => keyword === 'HEALTHCHECK')) return undefined;
  const start = instructions.filter(isStart);
  const listens = instructions.some(({ keyword }) => keyword === 'EXPOSE');
  if (start.length === 0) {
    const isServer = /^(?:nginx|httpd|caddy|nginxinc\/nginx-unprivileged)$/.test(imageName(image));
    const { from } = final.stage;
    return isServer && (listens || final.stage.instructions.length > 0)
      ? file.placeOf(from.start, from.end)
      : undefined;
  }
  const line = start.map(commandLine).join(' ');
  if (isNoService(start) || job.test(line) || !(listens || service.test(line))) return undefined;
  const place = final.stage.instructions.findLast(isStart) ?? final.stage.from;
  return file.placeOf(place.start, place.end);
}
