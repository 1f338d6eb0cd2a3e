import { COMPARISON_LABELS, type Comparison } from "@/lib/shared/compare";
import type { Column, Incomplete, LeftOut, Meta, OptionsReply } from "@/lib/shared/contract";
import type { DatasetId } from "@/lib/shared/datasets";
import { describeFilter } from "@/lib/shared/describe-filter";
import { FILTER_IDS } from "@/lib/shared/filters";
import { describeIncomplete } from "@/lib/shared/incomplete";
import type { MetricQuery } from "@/lib/shared/query";

/** What an export holds and how it was made: `manifest.json`, and as text `manifest.txt`. */
export interface Manifest extends Incomplete {
  range: { from: string; to: string };
  timeZone: string;
  /** One sentence each, with names in place of ids; none where nothing is left out. */
  filters: string[];
  interval: string | null;
  compare: Comparison | null;
  /** ISO 8601, UTC. */
  generatedAt: string;
  dataThrough: string | null;
  complete: boolean;
  files: { name: string; dataset: DatasetId; from: string; to: string; columns: Column[]; leftOut: LeftOut[] }[];
}

/** The words for what was asked for. */
export function describeSelection(
  { filters, interval, compare }: MetricQuery,
  { from, to, timeZone, generatedAt, dataThrough, complete, setAside, unread, stale }: Meta,
  options: OptionsReply,
): Omit<Manifest, "files"> {
  const known: Partial<Record<string, OptionsReply["channel"]>> = options;
  const words = FILTER_IDS.flatMap((id) => describeFilter(id, filters[id] ?? [], known[id] ?? []));
  return {
    range: { from, to },
    timeZone,
    filters: words.map(({ label, value }) => `${label} ${value}`),
    interval: interval ?? null,
    compare: compare ?? null,
    generatedAt,
    dataThrough,
    complete,
    setAside,
    unread,
    stale,
  };
}

export function toText(manifest: Manifest): string {
  const { range, timeZone, filters, interval, compare, generatedAt, dataThrough, complete, files } = manifest;
  const lacks = [...(complete ? [] : ["parts of the range are not copied yet"]), ...describeIncomplete(manifest)];
  const reach = lacks.length === 0 ? "Data complete through" : "Data through";
  const head = [
    "Callboard export",
    "",
    `Range: ${range.from} to ${range.to}`,
    `Time zone: ${timeZone}`,
    `Filters: ${filters.length === 0 ? "none" : filters.join("; ")}`,
    ...(interval === null ? [] : [`Interval: ${interval}`]),
    `Compared with: ${compare === null ? "nothing" : COMPARISON_LABELS[compare]}`,
    `Made at: ${generatedAt}`,
    `${reach}: ${[dataThrough ?? "nothing is copied yet", ...lacks].join("; ")}`,
  ];
  return [...head, ...files.flatMap(describeFile), ""].join("\r\n");
}

function describeFile({ name, from, to, columns, leftOut }: Manifest["files"][number]): string[] {
  const meanings = columns.map(
    ({ label, unit, definition }) => `  ${label} (${unit})${definition ? `: ${definition}` : ""}`,
  );
  const labels = new Map(columns.map(({ id, label }) => [id, label]));
  const missing = leftOut.map(
    ({ metric, reason, records }) => `  Left out of ${labels.get(metric) ?? metric}: ${records} records (${reason})`,
  );
  return ["", name, `  ${from} to ${to}`, ...meanings, ...missing];
}
