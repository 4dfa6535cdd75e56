/** What the page's shell is made of. */
export interface PanelHtmlParts {
  /** Where VS Code serves the extension's files from, as a content security policy names it. */
  readonly cspSource: string;
  /** Fresh for every page: only the script that carries it may run. */
  readonly nonce: string;
  readonly script: string;
  readonly styles: readonly string[];
}

/** The panel's page: nothing but its own script, styles, font and pictures can be loaded, and nothing inline. */
export function panelHtml({ cspSource, nonce, script, styles }: PanelHtmlParts): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `img-src ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Production Blockers</title>
${styles.map((style) => `<link rel="stylesheet" href="${style}">`).join('\n')}
</head>
<body>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`;
}
