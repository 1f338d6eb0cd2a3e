import type { Column } from "@/lib/shared/contract";
import { formatSeconds, formatValue } from "@/lib/shared/format";

/** Everything over `from` and at most `to` seconds; the last band has no end. */
export interface HistogramBin {
  key: string;
  /** The band in words: `20–30 s`. */
  label: string;
  from: number;
  to: number | null;
  /** Counts by the key of the part. */
  values: Record<string, number>;
}

export interface HistogramPart {
  key: string;
  label: string;
  colour: string;
}

export function totalOf({ values }: HistogramBin): number {
  return Object.values(values).reduce((sum, value) => sum + value, 0);
}

export function histogramColumns(parts: readonly HistogramPart[]): Column[] {
  return [
    { id: "band", label: "Wait", unit: "text" },
    ...parts.map(({ key, label }) => ({ id: key, label, unit: "count" as const })),
  ];
}

/** `20–30 s: 15, 12 answered, 3 abandoned`; the count on the column comes first, so that speaking it finds it. */
export function describeBin(bin: HistogramBin, parts: readonly HistogramPart[]): string {
  const { label, values } = bin;
  const counts = parts.map(({ key, label: name }) => `${formatValue(values[key] ?? 0, "count")} ${name.toLowerCase()}`);
  return `${label}: ${formatValue(totalOf(bin), "count")}, ${counts.join(", ")}`;
}

/** `Most waited 0–5 s: 812 of 1,204; 31 waited over 10 min.` */
export function summarizeBins(bins: readonly HistogramBin[], parts: readonly HistogramPart[]): string {
  const total = bins.reduce((sum, bin) => sum + totalOf(bin), 0);
  const largest = bins.reduce<HistogramBin | undefined>(
    (best, bin) => (best === undefined || totalOf(bin) > totalOf(best) ? bin : best),
    undefined,
  );
  const last = bins.at(-1);
  if (!largest || !last || total === 0) {
    return "Nobody waited in this range.";
  }
  const counted = parts.map(({ label }) => label.toLowerCase()).join(" and ");
  const count = (bin: HistogramBin) => formatValue(totalOf(bin), "count");
  return `Of ${formatValue(total, "count")} ${counted}, most (${count(largest)}) waited ${largest.label}; ${count(last)} waited ${last.label}.`;
}

/** The edges of the bands as an axis names them, in their largest whole unit: `0`, `30s`, `1m`. */
export function nameEdge(seconds: number): string {
  return seconds === 0 ? "0" : seconds % 60 === 0 ? `${seconds / 60}m` : formatSeconds(seconds);
}

/** Where a number of seconds lies along the columns, 0 to 1: on a band's edge, or in its part of the band. */
export function placeOf(seconds: number, bins: readonly HistogramBin[]): number | null {
  const index = bins.findIndex(({ from, to }) => seconds > from && to !== null && seconds <= to);
  const bin = bins[index];
  return bin?.to ? (index + (seconds - bin.from) / (bin.to - bin.from)) / bins.length : null;
}
