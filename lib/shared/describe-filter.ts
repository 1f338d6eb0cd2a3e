import type { Option, OptionsReply } from "./contract";
import { optionsOf } from "./filter-options";
import { type FilterMark, filterValue, splitFilter } from "./filter-values";
import { FILTER_IDS, FILTER_LABELS, type FilterId, type Filters } from "./filters";
import { describeTagFilter } from "./tag-filter";

export interface FilterPart {
  id: FilterId;
  /** “Queue is”, “Channel is not”. */
  label: string;
  /** The values by their names. */
  value: string;
  /** The values as the URL holds them. */
  values: readonly string[];
}

/** All filters in words, in the order of the menu. */
export function describeFilters(filters: Filters, options: OptionsReply | undefined): FilterPart[] {
  return FILTER_IDS.flatMap((id) => describeFilter(id, filters[id] ?? [], optionsOf(id, options)));
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
  const wordsOf = (value: string) => (id === "tag" ? describeTagFilter(value) : value);
  const { included, excluded, required } = splitFilter(values);
  const part = (chosen: readonly string[], mark: FilterMark): FilterPart[] =>
    chosen.length === 0
      ? []
      : [
          {
            id,
            label: `${FILTER_LABELS[id]} ${mark === "!" ? "is not" : "is"}`,
            value: chosen.map((value) => names.get(value) ?? wordsOf(value)).join(", "),
            values: chosen.map((value) => filterValue(value, mark)),
          },
        ];
  return [...part(included, ""), ...required.flatMap((value) => part([value], "&")), ...part(excluded, "!")];
}
