import { FILTER_IDS, FILTERS, type FilterId } from "@/lib/shared/filters";

/** What each parameter of the API means, for its description; that it exists, and its type, the contract says. */
const WORDS: Record<string, string> = {
  dataset: "The dataset.",
  id: "The id, as the lists give it.",
  from: "First day (2026-11-16) or local time (2026-11-16T09:00), in the report’s zone. Without it, seven days.",
  to: "Last day, included, or the local time before which the range ends. Without it, today.",
  interval: "Length of the buckets of a series; by default one that suits the range.",
  compare: "Adds the same rows for another range: “comparison” in the reply.",
  format:
    "csv for a file: RFC 4180, UTF-8 with byte-order mark, CRLF. Text that a spreadsheet would run begins with '.",
  excel:
    '1 for a CSV that Excel opens: what it would change (00123, 1E5, 1-2, long numbers) or run is written as ="00123".',
  sort: "Order of the list: a column, with a leading - from the largest down.",
  cursor: "nextCursor of the reply before, for the page after it.",
  limit: "At most so many rows; of a list, those of a page.",
  offset: "Rows to leave out before the page, where there is no cursor.",
  metrics: "Only these metrics, by their ids: of the summary and of series. Fewer are counted sooner.",
  find: "Only rows one of whose texts holds this, whatever its case.",
  search: "Words to look for in a conversation.",
  metric: "Only conversations with a record that this metric counts.",
};

function filterWords(id: FilterId): string {
  const { label, options, note = "" } = FILTERS[id];
  const allowed = options ? `: ${options.map(({ value }) => value).join(", ")}` : "";
  return `${label}${allowed}. Given again for each value; a leading ! rules one out, a leading & asks for it besides the others (10 at most). A value that itself begins with !, & or \\ stands behind a \\.${note}`;
}

const FILTER_WORDS = new Map<string, string>(FILTER_IDS.map((id) => [id, filterWords(id)]));

/** @returns null for a parameter without words: a test asks that there is none. */
export function wordsOf(parameter: string): string | null {
  return WORDS[parameter] ?? FILTER_WORDS.get(parameter) ?? null;
}
