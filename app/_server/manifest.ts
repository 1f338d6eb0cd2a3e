import { describeFilter } from "@/components/filters/describe-filter";
import type { Column, DatasetId, Meta, OptionsReply } from "@/lib/shared/contract";
import { FILTER_IDS } from "@/lib/shared/filters";
import type { MetricQuery } from "@/lib/shared/query";

/** What an export holds and how it was made: `manifest.json`, and as text `manifest.txt`. */
export interface Manifest {
  range: { from: string; to: string };
  timeZone: string;
  /** One sentence each, with names in place of ids; none where nothing is left out. */
  filters: string[];
  interval: string | null;
  compare: string | null;
  /** ISO 8601, UTC. */
  generatedAt: string;
  dataThrough: string | null;
  complete: boolean;
  files: { name: string; dataset: DatasetId; from: string; to: string; columns: Column[] }[];
}

/** The words for what was asked for. */
export function describeSelection(
  { filters, interval, compare }: MetricQuery,
  { from, to, timeZone, generatedAt, dataThrough, complete }: Meta,
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
  };
}

export function toText(manifest: Manifest): string {
  const { range, timeZone, filters, interval, compare, generatedAt, dataThrough, complete, files } = manifest;
  const copied = complete ? "" : "; parts of the range are not copied yet";
  const head = [
    "Callboard export",
    "",
    `Range: ${range.from} to ${range.to}`,
    `Time zone: ${timeZone}`,
    `Filters: ${filters.length === 0 ? "none" : filters.join("; ")}`,
    ...(interval === null ? [] : [`Interval: ${interval}`]),
    `Compared with: ${compare ?? "nothing"}`,
    `Made at: ${generatedAt}`,
    `Data complete through: ${dataThrough ?? "nothing is copied yet"}${copied}`,
  ];
  return [...head, ...files.flatMap(describeFile), ""].join("\r\n");
}

function describeFile({ name, from, to, columns }: Manifest["files"][number]): string[] {
  const meanings = columns.map(
    ({ label, unit, definition }) => `  ${label} (${unit})${definition ? `: ${definition}` : ""}`,
  );
  return ["", name, `  ${from} to ${to}`, ...meanings];
}
