const FIELDS =
  "input, textarea, select, [contenteditable=true], [role=dialog], [role=menu], [role=listbox], [role=tree]";

/** Whether a key belongs to a field, a menu or a chord, so that it is no shortcut of the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const isChord = event.ctrlKey || event.metaKey || event.altKey;
  const isInField = event.target instanceof Element && event.target.closest(FIELDS) !== null;
  return event.defaultPrevented || event.isComposing || isChord || isInField;
}
