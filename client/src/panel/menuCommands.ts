import * as vscode from 'vscode';
import { PanelMenuContext } from '../../../server/src/protocol/panel.ts';
import { changeStatus } from '../commands/changeStatus.ts';
import { openPlace } from './openPlace.ts';
import type { PanelHost } from './panelHost.ts';
import { showResult } from './showResult.ts';

type Section<S extends PanelMenuContext['webviewSection']> = Extract<PanelMenuContext, { webviewSection: S }>;
type Placed = Exclude<PanelMenuContext, Section<'rule'>>;

const isPlaced = (context: PanelMenuContext): context is Placed => context.webviewSection !== 'rule';

/** Registers what the panel's context menus offer. Each command is handed the context of the row it was chosen on. */
export function registerPanelCommands(host: PanelHost): vscode.Disposable {
  const commands: Record<string, (context: PanelMenuContext) => Promise<void> | Thenable<void>> = {
    openPlace: async (context) => {
      if (isPlaced(context)) await openPlace(context, { toSide: false, preserveFocus: false });
    },
    openPlaceToSide: async (context) => {
      if (isPlaced(context)) await openPlace(context, { toSide: true, preserveFocus: false });
    },
    changeStatus: async (context) => {
      if (context.webviewSection !== 'blocker') return;
      const { document, blocker, status: current } = context;
      await changeStatus({ document, blocker, current }, (params) => host.setStatus(params));
    },
    tickStep: (context) => tick(host, context, true),
    untickStep: (context) => tick(host, context, false),
    copyBlockerId: async (context) => {
      if ('blocker' in context && context.blocker) await vscode.env.clipboard.writeText(context.blocker);
    },
    copyPlace: async (context) => {
      if (isPlaced(context)) await vscode.env.clipboard.writeText(placeText(context));
    },
  };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(`productionBlockers.${name}`, async (argument: unknown) => {
        const { success, data: context } = PanelMenuContext.safeParse(argument);
        if (success) await run(context);
      }),
    ),
  );
}

async function tick(host: PanelHost, context: PanelMenuContext, done: boolean): Promise<void> {
  if (context.webviewSection !== 'step' || context.stepKind === 'code') return;
  const { document, blocker, step } = context;
  await showResult(host.tickStep({ document, blocker, step, done }));
}

const placeText = ({ file, range }: Placed): string => (range ? `${file}:${range.start.line}` : file);
