import { datePresets } from "@/components/ui/date/date-presets";
import { findOptions } from "@/components/ui/form/find-options";
import { COMPARISON_LABELS, COMPARISONS } from "@/lib/shared/compare";
import type { OptionsReply } from "@/lib/shared/contract";
import { describeFilter, optionsOf } from "@/lib/shared/describe-filter";
import { filterValue } from "@/lib/shared/filter-values";
import { FILTER_IDS, type FilterId } from "@/lib/shared/filters";
import type { Role } from "@/lib/shared/roles";
import type { View } from "@/lib/shared/view";
import { KEYS } from "./keys";
import { PAGE_LIST } from "./pages";
import { settingsSections } from "./settings-sections";

export type CommandAct =
  | { kind: "page"; path: string }
  | { kind: "view"; patch: Partial<View> }
  | { kind: "theme"; theme: "light" | "dark" | "system" }
  | { kind: "overlay"; overlay: "help" | "wall" }
  | { kind: "copy-link" };

export interface Command {
  value: string;
  label: string;
  group: "Pages" | "Range" | "Compare" | "Filters" | "Theme" | "Actions";
  /** The keys that do the same. */
  keys?: readonly string[];
  act: CommandAct;
}

const THEMES = { light: "Light", dark: "Dark", system: "As the system" } as const;
/** Of thousands of values a type-ahead shows the first; more letters find the others. */
const MOST_FILTERS = 40;

/** What the command menu offers for what was typed; values of filters only once something was. */
export function findCommands(
  query: string,
  view: View,
  { today, person }: { today: string; person: { role: Role } },
  options: OptionsReply | undefined,
): Command[] {
  const commands = findOptions([...fixedCommands(view, today), ...settingsCommands(person.role)], query);
  const filters = query.trim() === "" ? [] : findOptions(filterCommands(view, options), query);
  const [first, others] = [filters.filter(beginsWith(query)), filters.filter((command) => !beginsWith(query)(command))];
  return [...commands, ...[...first, ...others].slice(0, MOST_FILTERS)];
}

/** Whether a word of the label begins with what was typed: such a one stands before those that only hold it. */
function beginsWith(query: string) {
  const typed = query.trim().toLowerCase();
  return ({ label }: Command) => label.toLowerCase().startsWith(typed) || label.toLowerCase().includes(` ${typed}`);
}

function fixedCommands(view: View, today: string): Command[] {
  const patch = (changed: Partial<View>) => ({ kind: "view", patch: changed }) as const;
  const keysOf = (path: string) => KEYS.find(({ action }) => action.kind === "page" && action.path === path)?.keys;
  return [
    ...PAGE_LIST.map(({ path, title }) => ({
      value: `page ${path}`,
      label: `Go to ${title}`,
      group: "Pages" as const,
      keys: keysOf(path),
      act: { kind: "page" as const, path },
    })),
    ...datePresets(today).map(({ id, label, from, to }) => ({
      value: id,
      label,
      group: "Range" as const,
      keys: KEYS.find(({ action }) => action.kind === "range" && action.range === id)?.keys,
      act: patch({ from, to, interval: null }),
    })),
    ...COMPARISONS.map((comparison) => ({
      value: `compare ${comparison}`,
      label: `Compare with ${COMPARISON_LABELS[comparison]}`,
      group: "Compare" as const,
      act: patch({ compare: comparison }),
    })),
    ...(view.compare
      ? [{ value: "no compare", label: "Compare: off", group: "Compare" as const, act: patch({ compare: null }) }]
      : []),
    {
      value: "clear",
      label: "Clear all filters",
      group: "Filters",
      act: patch(Object.fromEntries(FILTER_IDS.map((id) => [id, null]))),
    },
    ...Object.entries(THEMES).map(([theme, label]) => ({
      value: `theme ${theme}`,
      label: `Theme: ${label.toLowerCase()}`,
      group: "Theme" as const,
      act: { kind: "theme" as const, theme: theme as keyof typeof THEMES },
    })),
    { value: "link", label: "Copy a link to this view", group: "Actions", act: { kind: "copy-link" } },
    { value: "wall", label: "Show on a wall", group: "Actions", act: { kind: "overlay", overlay: "wall" } },
    { value: "keys", label: "Show all keys", group: "Actions", keys: ["?"], act: { kind: "overlay", overlay: "help" } },
  ];
}

function settingsCommands(role: Role): Command[] {
  return settingsSections(role)
    .filter(({ path }) => path !== "/settings")
    .map(({ path, title }) => ({
      value: `page ${path}`,
      label: `Go to Settings: ${title}`,
      group: "Pages",
      act: { kind: "page", path },
    }));
}

/** The queue itself before the first queue: who types “queue is” means the former. */
const OFFERED_IDS = [...FILTER_IDS].sort((a, b) => Number(a === "firstQueue") - Number(b === "firstQueue"));

function filterCommands(view: View, options: OptionsReply | undefined): Command[] {
  return OFFERED_IDS.flatMap((id) =>
    optionsOf(id, options).map((option) => filterCommand(id, filterValue(option.value), view, [option])),
  );
}

function filterCommand(
  id: FilterId,
  value: string,
  view: View,
  options: Parameters<typeof describeFilter>[2],
): Command {
  const [part] = describeFilter(id, [value], options);
  const chosen = view[id] ?? [];
  return {
    value: `${id} ${value}`,
    label: `${part?.label} ${part?.value}`,
    group: "Filters",
    act: { kind: "view", patch: { [id]: chosen.includes(value) ? chosen : [...chosen, value] } },
  };
}
