/** Where keys are text: a letter typed there is no command. */
const FIELDS = [
  "input:not([type=checkbox]):not([type=radio])",
  "textarea",
  "select",
  "[contenteditable]:not([contenteditable=false])",
  "[role=textbox]",
  "[role=searchbox]",
  "[role=combobox]",
  "[role=spinbutton]",
].join(",");

/** What uses arrow keys by itself: charts, lists, tables that scroll, tool bars. */
const ARROW_USERS = [
  "[role=application]",
  "[role=listbox]",
  "[role=grid]",
  "[role=radiogroup]",
  "[role=toolbar]",
  "[role=tablist]",
  "[role=slider]",
  "[data-point]",
  "section[tabindex]",
  "[role=region][tabindex]",
  "table",
].join(",");

/** What lies over the page and has the keyboard for itself. */
const OVERLAYS = "[role=dialog],[role=alertdialog],[role=menu],[role=listbox]";

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  isComposing: boolean;
  defaultPrevented: boolean;
}

/** Whether a key press is meant for the page as a whole: no text, no other modifier, nothing open over the page. */
export function isForPage(event: Pressed, target: Element | null): boolean {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  const isArrow = key.startsWith("Arrow");
  if (event.defaultPrevented || event.isComposing || ctrlKey || metaKey || altKey || (isArrow && shiftKey)) {
    return false;
  }
  if (target?.closest(FIELDS) || target?.ownerDocument.querySelector(OVERLAYS)) {
    return false;
  }
  return !(isArrow && target?.closest(ARROW_USERS));
}
