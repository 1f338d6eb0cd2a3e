/** What a filter does with a value: `!` excludes it, `&` requires it besides the others. */
export type FilterMark = "" | "!" | "&";

/**
 * A value as an address holds it. One that begins like a mark, or with the backslash that says so, is written behind a
 * backslash: `!urgent` → `\!urgent`, excluded `!\!urgent`.
 */
export function filterValue(value: string, mark: FilterMark = ""): string {
  return `${mark}${/^[!&\\]/.test(value) ? "\\" : ""}${value}`;
}

/** Reads what {@link filterValue} writes. A backslash before any other character is part of the value. */
export function readFilterValue(text: string): { mark: FilterMark; value: string } {
  const mark = text.startsWith("!") ? "!" : text.startsWith("&") ? "&" : "";
  const rest = text.slice(mark.length);
  return { mark, value: /^\\[!&\\]/.test(rest) ? rest.slice(1) : rest };
}

/** Splits values: `["A", "!B", "&C"]` → is A, is not B, is C as well. */
export function splitFilter(values: readonly string[] = []): {
  included: string[];
  excluded: string[];
  required: string[];
} {
  const read = values.map(readFilterValue);
  const marked = (mark: FilterMark) => read.filter((each) => each.mark === mark).map(({ value }) => value);
  return { included: marked(""), excluded: marked("!"), required: marked("&") };
}

/** Values as an address holds them, from what was chosen, ruled out, and what must be there besides. */
export function joinFilter(
  included: readonly string[],
  excluded: readonly string[],
  required: readonly string[] = [],
): string[] {
  return [
    ...included.map((value) => filterValue(value)),
    ...required.map((value) => filterValue(value, "&")),
    ...excluded.map((value) => filterValue(value, "!")),
  ];
}
