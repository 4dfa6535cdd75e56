import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const themeNames = ['dark', 'light', 'hcDark', 'hcLight'] as const;
export type ThemeName = (typeof themeNames)[number];

/** The variables that a webview gets of VS Code 1.139 in its default themes, as read from a running one. */
const themes: Record<ThemeName, { bodyClass: string; variables: Record<string, string> }> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'themes.json'), 'utf8'),
);

export const bodyClass = (theme: ThemeName): string => themes[theme].bodyClass;

/** A style sheet that gives a page the theme. */
export function themeCss(theme: ThemeName): string {
  const lines = Object.entries(themes[theme].variables).map(([name, value]) => `  ${name}: ${value};`);
  return `:root {\n${lines.join('\n')}\n}\nhtml { background: var(--vscode-sideBar-background); }\n`;
}
