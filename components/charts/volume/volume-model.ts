import { nameBucket } from "@/components/charts/plot/bucket-ticks";
import { largestBy, numberOf, sumOf, textOf } from "@/components/charts/plot/chart-rows";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { OUTCOME_LABELS, OUTCOMES, type Outcome } from "@/lib/shared/outcomes";

/** The outcomes of a bucket from the foot of its bar up. */
export function countsOf(row: Row | undefined): { outcome: Outcome; count: number }[] {
  return OUTCOMES.map((outcome) => ({ outcome, count: numberOf(row, outcome) ?? 0 }));
}

/** Which segment of a stack holds `value`: 1 for the lowest, 0 where the value lies over the stack. */
export function levelOf(counts: readonly number[], value: number): number {
  let top = 0;
  const index = counts.findIndex((count) => {
    top += count;
    return value >= 0 && value < top;
  });
  return index + 1;
}

/** `12,846 conversations over 7 days, 51.9 % answered; most on Wed 18 Nov (2,132), fewest on Sun 22 Nov (686).` */
export function summarizeVolume(rows: readonly Row[], interval: string): string {
  const total = sumOf(rows, "conversations");
  const most = largestBy(rows, "conversations");
  if (total === 0 || !most) {
    return "No conversations in this range.";
  }
  const answered = formatValue(sumOf(rows, "answered") / total, "ratio");
  const peak = `${nameBucket(textOf(most, "bucket"), interval)} (${formatValue(numberOf(most, "conversations"), "count")})`;
  return `${formatValue(total, "count")} conversations in ${rows.length} ${nameOf(interval, rows.length)}, ${answered} answered; most in ${peak}.`;
}

function nameOf(interval: string, count: number): string {
  const name = interval === "quarter-hour" ? "quarter hour" : interval;
  return count === 1 ? name : `${name}s`;
}

/** What is said of a bucket, or of one outcome in it. */
export function announceVolume(row: Row | undefined, interval: string, level: number, before: number | null): string {
  const name = nameBucket(textOf(row, "bucket"), interval);
  const total = formatValue(numberOf(row, "conversations"), "count");
  const one = countsOf(row)[level - 1];
  if (one) {
    return `${name}, ${OUTCOME_LABELS[one.outcome]}: ${formatValue(one.count, "count")} of ${total}.`;
  }
  const parts = countsOf(row)
    .filter(({ count }) => count > 0)
    .map(({ outcome, count }) => `${OUTCOME_LABELS[outcome]} ${formatValue(count, "count")}`);
  const compared = before === null ? "" : `; ${formatValue(before, "count")} in the compared range`;
  return `${name}: ${total} conversations. ${parts.join(", ")}${compared}.`;
}
