import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { panelHtml } from '../../../../client/src/panel/panelHtml.ts';
import { fromRoot } from '../../../../scripts/paths.ts';
import { bundlePanel } from './bundle.ts';
import { fakeApi } from './fakeApi.ts';
import { bodyClass, type ThemeName, themeCss, themeNames } from './themes.ts';

/**
 * Serves the panel's page as the extension would, under the same content security policy, with a stand-in for
 * VS Code. `?theme=` chooses the theme; `extra` is a script that runs before the page's own.
 */
export async function servePanel(extra = ''): Promise<{ url: string; close: () => Promise<void> }> {
  const { script, style } = await bundlePanel();
  const codicons = (name: string) => readFile(fromRoot('node_modules/@vscode/codicons/dist', name));
  const files: Record<string, readonly [type: string, content: string | Buffer]> = {
    '/panel.js': ['text/javascript', script],
    '/panel.css': ['text/css', style],
    '/codicon.css': ['text/css', await codicons('codicon.css')],
    '/codicon.ttf': ['font/ttf', await codicons('codicon.ttf')],
  };
  for (const theme of themeNames) {
    files[`/${theme}.css`] = ['text/css', themeCss(theme)];
    files[`/${theme}.js`] = ['text/javascript', fakeApi(bodyClass(theme)) + extra];
  }
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const page = ['text/html', pageHtml((searchParams.get('theme') ?? 'dark') as ThemeName)] as const;
    const [type, content] = pathname === '/' ? page : (files[pathname] ?? ['text/plain', '']);
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The extension's own shell, with the stand-in's script before the page's. */
function pageHtml(theme: ThemeName): string {
  const nonce = 'harness';
  const styles = ['codicon.css', `${theme}.css`, 'panel.css'];
  return panelHtml({ cspSource: "'self'", nonce, script: 'panel.js', styles }).replace(
    '<script',
    `<script nonce="${nonce}" src="${theme}.js"></script>\n<script`,
  );
}
