import { build } from 'esbuild';
import { fromRoot } from '../../../../scripts/paths.ts';

/** The page's script and style sheet, built as the extension's are. */
export async function bundlePanel(): Promise<{ script: string; style: string }> {
  const { outputFiles } = await build({
    absWorkingDir: fromRoot(),
    entryPoints: { panel: 'media/panel/main.ts' },
    bundle: true,
    minify: true,
    write: false,
    outdir: 'dist',
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
  });
  const text = (end: string): string => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { script: text('.js'), style: text('.css') };
}
