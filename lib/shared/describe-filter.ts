import type { OptionsReply } from "./contract";
import { type FilterMark, filterValue, splitFilter } from "./filter-values";
import { FILTER_IDS, FILTERS, type FilterId, type Filters, type Option } from "./filters";

export interface FilterPart {
  id: FilterId;
  /** “Queue is”, “Channel is not”. */
  label: string;
  /** The values by their names. */
  value: string;
  /** The values as the URL holds them. */
  values: readonly string[];
}

/** Whether the filters cannot be said in words before the server has named their values. */
export function needsNames(filters: Filters): boolean {
  return FILTER_IDS.some((id) => FILTERS[id].isById && filters[id]?.length);
}

/** The values that a filter can have, by their names; none before the server has said them. */
export function optionsOf(id: FilterId, reply: OptionsReply | undefined): readonly Option[] {
  return FILTERS[id].options ?? reply?.[id] ?? [];
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
  const { label, nameValue = String } = FILTERS[id];
  const { included, excluded, required } = splitFilter(values);
  const part = (chosen: readonly string[], mark: FilterMark): FilterPart[] =>
    chosen.length === 0
      ? []
      : [
          {
            id,
            label: `${label} ${mark === "!" ? "is not" : "is"}`,
            value: chosen.map((value) => names.get(value) ?? nameValue(value)).join(", "),
            values: chosen.map((value) => filterValue(value, mark)),
          },
        ];
  return [...part(included, ""), ...required.flatMap((value) => part([value], "&")), ...part(excluded, "!")];
}
