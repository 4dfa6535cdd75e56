/** Installs what rings 3 and 4 need: VS Code's server build and a browser. Quick when both are there. */
import { installEditor } from '../../scripts/editor/installEditor.ts';
import { findBrowser } from './findBrowser.ts';

await installEditor();
console.log(await findBrowser());
