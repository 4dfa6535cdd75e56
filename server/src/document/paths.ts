/** Endings by which a name without folder is known as a file's, not as a member such as `user.role`. */
const endings = new Set(
  (
    'ts tsx js jsx mjs cjs mts cts py pyi go rs rb java kt kts swift c h cc cpp hpp cs fs vb php vue svelte astro ' +
    'json jsonc json5 yaml yml toml md mdx rst sql sh bash zsh ps1 psm1 html htm css scss sass less styl xml gradle ' +
    'tf tfvars proto prisma graphql gql env lock txt ini cfg conf config plist dart ex exs eex erl scala clj lua r ' +
    'ipynb dockerfile service properties csv tsv hcl nix bat cmd zig m mm sol cairo move pl pm hs elm ml tpl ejs hbs ' +
    'pug njk twig jinja j2 erb haml liquid cshtml csproj sln xib storyboard entitlements pbxproj mk cmake bazel bzl ' +
    'example sample local log pem key crt cert svg png ico wasm snap editorconfig gitignore npmrc nvmrc dockerignore'
  ).split(' '),
);
const withoutEnding =
  /^(?:(?:Docker|Container|Make|Proc|Gem|Rake|Jenkins|Vagrant|Caddy|Cap|Pod|Fast|App|Brew|Pip|Just|Tilt|Guard|Berks|Earth)file|CODEOWNERS|LICENSE|\.env)$/;
const words = /^[\w.@~/\\()[\]*{},$+!:-]+$/;
/** Words with a slash that are no paths. */
const noPath =
  /^(?:n\/a|and\/or|ci\/cd|i\/o|tcp\/ip|ssl\/tls|tls\/ssl|on\/off|yes\/no|true\/false|go\/no-?go|ui\/ux|ux\/ui|a\/b|read\/write|input\/output|client\/server|application\/[\w.+-]+|text\/[\w.+-]+|image\/[\w.+-]+)$/i;

const endingOf = (path: string): string | undefined =>
  /[\w)\]*}]\.([A-Za-z]\w{0,14})$/.exec(path)?.[1]?.toLowerCase();

/** A file without folder that its ending or name tells. */
export function isFileName(path: string): boolean {
  if (withoutEnding.test(path)) return true;
  const ending = endingOf(path);
  if (/^\.env\.\w+$/.test(path)) return true;
  return (
    ending !== undefined &&
    endings.has(ending) &&
    !/^(?:process|import|meta|e|err|error|this|console|logger|window|document|math|module|exports)\./.test(
      path,
    ) &&
    words.test(path)
  );
}

/** What serves requests, not what lies in a folder: `/api/users`, `/users/:id`. */
const isRoute = (path: string): boolean =>
  path.startsWith('/') &&
  (/^\/(?:api|v\d|auth|graphql|health|login|admin)(?:\/|$)/.test(path) || /\/[:{]/.test(path)) &&
  endingOf(path) === undefined;

/** True of what can only be a path: with a slash inside or a file's ending. */
export function looksLikePath(path: string): boolean {
  if (!words.test(path) || path.includes('://') || noPath.test(path) || isRoute(path)) return false;
  if (/^[@~]?[\w-]+$/.test(path)) return withoutEnding.test(path);
  if (/[/\\]/.test(path))
    return (
      /[\w*)\]}][/\\]|[/\\][\w.*([{@]/.test(path) &&
      !/^[/\\]+$/.test(path) &&
      !/^\d+\/\d+$/.test(path) &&
      !/^@[\w-]+\/[\w.-]+$/.test(path)
    );
  return isFileName(path);
}

/** A path in running text: with folder and ending, so that no pair of words is taken for one. */
export const isPathInProse = (path: string): boolean =>
  looksLikePath(path) &&
  /[\w)\]}][/\\]/.test(path) &&
  endingOf(path) !== undefined &&
  !/^\d/.test(path) &&
  !/^www\.|\.(?:com|org|io|net|dev|app)\//.test(path);

/** A folder that says so: `web/forms/`. */
export const isFolder = (path: string): boolean => /^[\w@.-]+(?:\/[\w@.-]+)*\/$/.test(path);

/** A name with any ending, which only lines behind it make a file's: `jvm.options`; hosts have ports there. */
export const hasEnding = (path: string): boolean =>
  /^[\w-]+(?:\.[\w-]+)*\.[A-Za-z]\w{0,11}$/.test(path) &&
  !/\.(?:com|org|net|io|dev|app|local|internal|localdomain|lan)$/i.test(path);
