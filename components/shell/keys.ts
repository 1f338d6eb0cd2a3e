import { PAGE_LIST } from "./pages";

export type KeyAction =
  | { kind: "page"; path: string }
  | { kind: "range"; range: "today" | "last-7-days" | "this-month" }
  | { kind: "shift"; direction: -1 | 1 }
  | { kind: "search" }
  | { kind: "compare" }
  | { kind: "help" }
  | { kind: "commands" };

export interface KeyBinding {
  /** One key, or two that are pressed one after the other. */
  keys: readonly string[];
  group: "Pages" | "Range" | "View";
  label: string;
  action: KeyAction;
}

/** Every key of the product: what listens and what the help lists. */
export const KEYS: readonly KeyBinding[] = [
  ...PAGE_LIST.map(({ key, title, path }) => ({
    keys: ["g", key],
    group: "Pages" as const,
    label: title,
    action: { kind: "page" as const, path },
  })),
  { keys: ["d"], group: "Range", label: "Today", action: { kind: "range", range: "today" } },
  { keys: ["w"], group: "Range", label: "Last 7 days", action: { kind: "range", range: "last-7-days" } },
  { keys: ["m"], group: "Range", label: "This month", action: { kind: "range", range: "this-month" } },
  { keys: ["ArrowLeft"], group: "Range", label: "Earlier, as long", action: { kind: "shift", direction: -1 } },
  { keys: ["ArrowRight"], group: "Range", label: "Later, as long", action: { kind: "shift", direction: 1 } },
  { keys: ["/"], group: "View", label: "Search, or add a filter", action: { kind: "search" } },
  { keys: ["x"], group: "View", label: "Compare, or not", action: { kind: "compare" } },
  { keys: ["?"], group: "View", label: "These keys", action: { kind: "help" } },
];

/** The key that opens the command menu everywhere, fields included; with Ctrl, or Cmd. */
export const COMMAND_KEY = "k";

const NAMES: Record<string, string> = { ArrowLeft: "←", ArrowRight: "→" };

/** A key as a help or a tooltip shows it. */
export function nameKey(key: string): string {
  return NAMES[key] ?? key;
}

/** What a key does after the one before it, or whether it begins something. */
export function findBinding(
  pressed: string,
  before: string | null,
): { action: KeyAction } | { prefix: string } | undefined {
  const whole = before === null ? [pressed] : [before, pressed];
  const found = KEYS.find(({ keys }) => keys.length === whole.length && keys.every((key, at) => key === whole[at]));
  if (found) {
    return { action: found.action };
  }
  if (before !== null) {
    return findBinding(pressed, null);
  }
  return KEYS.some(({ keys }) => keys.length > 1 && keys[0] === pressed) ? { prefix: pressed } : undefined;
}
