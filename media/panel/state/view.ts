/** How a person looks at the panel: what is open, found, chosen. Survives the page, which dies when hidden. */
export interface View {
  /** Rows opened (true) or closed (false) by hand, by key; all others are as they are by default. */
  readonly toggled: ReadonlyMap<string, boolean>;
  readonly filter: string;
  /** As `toggled`, for the tree that the filter left over; forgotten with the filter. */
  readonly filterToggled: ReadonlyMap<string, boolean>;
  /** Key of the row that the keyboard is on. */
  readonly focused?: string | undefined;
  /** Key of the row that was last opened. */
  readonly selected?: string | undefined;
  /** Pixels from the top. */
  readonly scroll: number;
}

export const emptyView: View = { toggled: new Map(), filter: '', filterToggled: new Map(), scroll: 0 };

export const isFiltering = (view: Pick<View, 'filter'>): boolean => view.filter.trim() !== '';

export const withFilter = (view: View, filter: string): View =>
  filter === view.filter ? view : { ...view, filter, filterToggled: new Map() };

/** The view with rows opened or closed. */
export function withToggled(view: View, keys: readonly string[], open: boolean): View {
  const field = isFiltering(view) ? 'filterToggled' : 'toggled';
  const toggled = new Map(view[field]);
  for (const key of keys) toggled.set(key, open);
  return { ...view, [field]: toggled };
}

/** What is kept is plain JSON. */
export interface SavedView {
  readonly toggled: readonly (readonly [string, boolean])[];
  readonly filter: string;
  readonly focused?: string | undefined;
  readonly selected?: string | undefined;
  readonly scroll: number;
}

export const savedView = ({ toggled, filter, focused, selected, scroll }: View): SavedView => ({
  toggled: [...toggled],
  filter,
  focused,
  selected,
  scroll,
});

/** What an earlier version kept may have another shape: then the view starts afresh. */
export function viewOf(saved: SavedView | undefined): View {
  if (!Array.isArray(saved?.toggled) || typeof saved.filter !== 'string') return emptyView;
  return { ...emptyView, ...saved, toggled: new Map(saved.toggled) };
}
