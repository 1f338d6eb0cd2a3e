import type { View } from "@/components/data/view";
import type { Option, OptionsReply } from "@/lib/shared/contract";
import { FILTER_IDS, FILTER_LABELS, type FilterId, splitFilter } from "@/lib/shared/filters";
import { optionsOf } from "./filter-options";

export interface FilterPart {
  id: FilterId;
  /** “Queue is”, “Channel is not”. */
  label: string;
  /** The values by their names. */
  value: string;
  /** The values as the URL holds them. */
  values: readonly string[];
}

/** All filters of a view in words, in the order of the menu. */
export function describeFilters(view: View, options: OptionsReply | undefined): FilterPart[] {
  return FILTER_IDS.flatMap((id) => describeFilter(id, view[id] ?? [], optionsOf(id, options)));
}

/**
 * A filter in words, one part for what it asks for, one for each value that must be there besides, and one for what it
 * rules out.
 */
export function describeFilter(id: FilterId, values: readonly string[], options: readonly Option[] = []): FilterPart[] {
  if (values.length === 0) {
    return [];
  }
  const names = new Map(options.map(({ value, label }) => [value, label]));
  const { included, excluded, required } = splitFilter(values);
  const part = (chosen: readonly string[], mark: "" | "!" | "&"): FilterPart[] =>
    chosen.length === 0
      ? []
      : [
          {
            id,
            label: `${FILTER_LABELS[id]} ${mark === "!" ? "is not" : "is"}`,
            value: chosen.map((value) => names.get(value) ?? value).join(", "),
            values: chosen.map((value) => `${mark}${value}`),
          },
        ];
  return [...part(included, ""), ...required.flatMap((value) => part([value], "&")), ...part(excluded, "!")];
}

/** Values as the URL holds them, from what was chosen and what must be there besides. */
export function joinFilter(
  included: readonly string[],
  excluded: readonly string[],
  required: readonly string[] = [],
): string[] {
  return [...included, ...required.map((value) => `&${value}`), ...excluded.map((value) => `!${value}`)];
}
