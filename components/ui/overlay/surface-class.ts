/** What floats over the page: menus, popovers, dialogs. A strong hairline instead of a shadow. */
export const SURFACE_CLASS = "rounded-panel border border-line-strong bg-raised text-ink";

/** A row of a menu or list, with the states of react-aria. */
export const ITEM_CLASS = [
  "flex min-h-7 cursor-pointer items-center gap-2 rounded-small px-2 py-1 text-m text-ink outline-none",
  "data-disabled:cursor-default data-disabled:text-ink-3 data-focused:bg-sunken data-hovered:bg-sunken",
  "data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-focus",
].join(" ");
