import { finalStageOf } from '../../analysis/docker/finalStage.ts';
import { isForDevelopment } from '../../analysis/docker/purpose.ts';
import type { DockerInstruction } from '../../languages/dockerfile.ts';
import type { Place } from '../../model/index.ts';
import { defineProjectRule, type FileContext } from '../rule.ts';

type Fact =
  | { readonly kind: 'ignore' }
  /** A Dockerfile that takes over everything that stands around it. */
  | { readonly kind: 'copy'; readonly place: Place; readonly isInImage: boolean };

const content =
  '.git\nnode_modules\ndist\ncoverage\n.env\n.env.*\n!.env.example\n*.log\n*.pem\n*.key\n.dockerignore\nDockerfile*\ndocker-compose*.yml\n';

export const missingDockerignore = defineProjectRule<Fact>({
  id: 'missing-dockerignore',
  title: 'Whole folder copied into an image, and no .dockerignore',
  priority: 'P1',
  category: 'operations',
  confidence: 'high',
  cwe: [538],
  owasp: 'A05:2021',
  enabledByDefault: true,
  scope: 'project',
  languages: ['dockerfile', 'text'],
  why: 'Everything that lies around goes into the image: .env files, the history of git, packages that were built for another system.',
  verification: [
    'The rule finds nothing: a .dockerignore stands where the image is built.',
    'The built image holds no .env, no .git, and no packages of the machine that built it: `docker run --rm <image> ls -a`.',
  ],
  effort: { min: 5, max: 15, unit: 'minutes' },
  claims: /\.dockerignore\b/i,
  collect(file, tell) {
    if (file.path.endsWith('.dockerignore')) return { text: () => tell({ kind: 'ignore' }) };
    if (file.language !== 'dockerfile' || file.fileClass !== 'production' || isForDevelopment(file.path))
      return {};
    return {
      dockerfile(dockerfile) {
        const kept = new Set(finalStageOf(dockerfile)?.chain);
        const copies = dockerfile.stages.flatMap((stage) =>
          stage.instructions
            .filter((each) => copiesAll(each, file.text))
            .map((instruction) => ({ instruction, isInImage: kept.has(stage) })),
        );
        const worst = copies.find(({ isInImage }) => isInImage) ?? copies[0];
        if (!worst) return;
        const { start, end } = worst.instruction;
        tell({ kind: 'copy', place: file.placeOf(start, end), isInImage: worst.isInImage });
      },
    };
  },
  conclude(files, report) {
    const ignores = new Set(
      files.filter(({ facts }) => facts.some(({ kind }) => kind === 'ignore')).map(({ file }) => file),
    );
    for (const { file, facts } of files) {
      for (const fact of facts) {
        if (fact.kind !== 'copy' || isCovered(file, ignores)) continue;
        report({
          place: fact.place,
          ...(fact.isInImage ? {} : { priority: 'P2' as const }),
          message: `This copies the whole folder, and no .dockerignore keeps .env, .git or node_modules out${fact.isInImage ? ' of the image' : ' of the build'}. Add one.`,
        });
      }
    }
  },
  fixes: [
    {
      title: 'Leave out what no image needs',
      // What the image needs is for somebody to know who builds it.
      safe: false,
      appliesTo: () => true,
      async edit(_, file, workspace) {
        const path = ignoreFileFor(file);
        if ((await workspace.read(path)) !== undefined) return { refused: `${path} is there already.` };
        const start = { line: 1, column: 1 };
        return [{ file: path, create: true, edits: [{ range: { start, end: start }, newText: content }] }];
      },
    },
  ],
});

/** `COPY . .`, `ADD ./ /app/`, `COPY ["." , "/app"]`; what comes from another stage or a mount is not the folder's. */
function copiesAll({ keyword, words, start, end }: DockerInstruction, text: string): boolean {
  if (keyword !== 'COPY' && keyword !== 'ADD') return false;
  if (/^\w+\s+(?:--\S+\s+)*--(?:from|exclude)=/.test(text.slice(start, end))) return false;
  const line = words.join(' ');
  const sources = line.startsWith('[')
    ? [...line.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? '')
    : words;
  return sources.slice(0, -1).some((source) => /^(?:\.\/?|\.?\/?\*|\/)$/.test(source));
}

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/** An image is built from the Dockerfile's folder or from one above it; a file of its own has the Dockerfile's name. */
function isCovered(dockerfile: string, ignores: ReadonlySet<string>): boolean {
  if (ignores.has(`${dockerfile}.dockerignore`)) return true;
  for (let folder = folderOf(dockerfile); ; folder = folderOf(folder.slice(0, -1))) {
    if (ignores.has(`${folder}.dockerignore`)) return true;
    if (folder === '') return false;
  }
}

/** Beside the Dockerfile; beside the package's manifest where the Dockerfile has a folder for itself. */
function ignoreFileFor({ path, package: { folder } }: FileContext): string {
  const isApart = /(?:^|\/)(?:docker|build|deploy|\.docker|ops|infra)\/$/i.test(folderOf(path));
  const above = folder === '' ? '' : `${folder}/`;
  return `${isApart ? above : folderOf(path)}.dockerignore`;
}
