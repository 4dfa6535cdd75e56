/** Serves the panel with sample data, to look at in a browser: `node test/page/panel/harness/start.ts`. */
import { mixedState } from '../sampleState.ts';
import { servePanel } from './servePanel.ts';
import { themeNames } from './themes.ts';

const message = { type: 'state', state: mixedState(), environment: { trusted: true } };
const { url } = await servePanel(`
window.onPosted = (posted) => {
  console.log('posted', posted);
  if (posted.type === 'ready') window.postMessage(${JSON.stringify(message)});
};
`);
for (const theme of themeNames) console.log(`${url}/?theme=${theme}`);
