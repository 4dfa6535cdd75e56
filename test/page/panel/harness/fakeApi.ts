/**
 * The script that stands in for VS Code in the page: keeps what the page posts, and its state over reloads.
 * Text, because it runs in a browser; everything it gives to a test is on `window.vscode`.
 */
export const fakeApi = (bodyClass: string): string => `
window.vscode = { posted: [], menus: [] };
window.acquireVsCodeApi = () => ({
  postMessage(message) {
    vscode.posted.push(message);
    window.onPosted?.(message);
  },
  getState: () => JSON.parse(sessionStorage.getItem('state') ?? 'null') ?? undefined,
  setState(state) {
    sessionStorage.setItem('state', JSON.stringify(state));
    return state;
  },
});
document.body.className = ${JSON.stringify(bodyClass)};
window.addEventListener('contextmenu', (event) => {
  const context = event.target.closest('[data-vscode-context]')?.dataset.vscodeContext;
  vscode.menus.push({ context: context && JSON.parse(context), x: event.clientX, y: event.clientY });
  event.preventDefault();
});
`;
