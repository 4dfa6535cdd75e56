import { html, nothing, type TemplateResult } from 'lit';
import { hoverText } from '../rows/hoverText.ts';
import type { Item } from '../rows/item.ts';
import { menuContext } from '../rows/menuContext.ts';
import { countsAsOpen } from '../rows/regressed.ts';
import type { Row } from '../rows/row.ts';
import { spokenText } from '../rows/spokenText.ts';
import { isPriority } from '../words/groups.ts';
import { isDoneStep } from '../words/steps.ts';
import { icon } from './icon.ts';
import { rowActions } from './rowActions.ts';
import { rowContent } from './rowContent.ts';

/** What a row's look depends on besides the row itself. */
export interface RowLook {
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly focused: boolean;
  readonly selected: boolean;
  /** Gone from the state, and fading. */
  readonly leaving: boolean;
  /** Of the file in the active editor. */
  readonly active: boolean;
  readonly filterWords: readonly string[];
}

/** The element id that the tree's aria-activedescendant names. */
export const rowId = (key: string): string => `row:${encodeURIComponent(key)}`;

export function rowTemplate(
  { key, item, level, setSize, posInSet, expanded }: Row,
  look: RowLook,
): TemplateResult {
  const context = menuContext(item);
  // The unseen text says in words all that the content shows; the menu has what the buttons do.
  // `.style` goes through CSSOM: the policy of the page allows no style attribute.
  return html`<div
    id=${rowId(key)}
    class="row ${item.kind} ${tone(item)} ${classes(look)}"
    role="treeitem"
    aria-level=${level}
    aria-setsize=${setSize}
    aria-posinset=${posInSet}
    aria-expanded=${expanded ?? nothing}
    aria-selected=${look.selected}
    aria-checked=${item.kind === 'step' ? isDoneStep(item.step) : nothing}
    title=${hoverText(item)}
    data-index=${look.index}
    data-vscode-context=${context ? JSON.stringify(context) : nothing}
    .style=${`top:${look.top}px`}
  >
    <span class="unseen">${spokenText(item)}</span>
    <span class="content" aria-hidden="true"
      >${guides[level]}${twistie(expanded)}${rowContent(item, look.filterWords)}${rowActions(item) ?? nothing}</span
    >
  </div>`;
}

/** The lines that show what belongs to what; deeper levels than the tree has are not drawn. */
const guides = Array.from({ length: 8 }, (_, level) =>
  Array.from({ length: Math.max(0, level - 1) }, () => html`<span class="guide"></span>`),
);

const twistie = (expanded: boolean | undefined): TemplateResult =>
  expanded === undefined
    ? html`<span class="twistie"></span>`
    : icon(expanded ? 'chevron-down' : 'chevron-right', 'twistie');

const classes = ({ focused, selected, leaving, active }: RowLook): string =>
  [focused && 'focused', selected && 'selected', leaving && 'leaving', active && 'active']
    .filter(Boolean)
    .join(' ');

/** The priority whose colour a row has, and whether it is dimmed because it doesn't stand in the way. */
function tone(item: Item): string {
  switch (item.kind) {
    case 'group':
      return isPriority(item.group) ? item.group : '';
    case 'blocker':
      return `${item.blocker.priority} ${countsAsOpen(item.blocker) ? '' : 'over'}`;
    case 'location':
    case 'step':
      return item.blocker.priority;
    case 'rule':
      return item.priority;
    case 'finding':
      return item.finding.priority;
    default:
      return '';
  }
}
