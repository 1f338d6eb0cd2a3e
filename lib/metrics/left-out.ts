import type { LeftOut, LeftOutReason } from "@/lib/shared/contract";
import type { Group } from "./compute";
import type { Metric } from "./define";
import type { Measure } from "./measures";

const nameOf = (of: string, reason: string) => `${of}:${reason}`;

/** What SQL counts to say how many records the metrics leave out. */
export function leftOutMeasures(metrics: readonly Metric[]): Record<string, Measure> {
  return Object.fromEntries(
    metrics.flatMap(({ leavesOut }) =>
      Object.entries(leavesOut?.measures ?? {}).map(([reason, measure]) => [
        nameOf(leavesOut?.of ?? "", reason),
        measure,
      ]),
    ),
  );
}

/** How many records each metric left out of all groups, and why; reasons with none are not named. */
export function sumLeftOut(metrics: readonly Metric[], groups: Iterable<Group>): LeftOut[] {
  const all = [...groups];
  const named = new Map<string, LeftOut>();
  for (const { leavesOut } of metrics) {
    for (const reason of Object.keys(leavesOut?.measures ?? {}) as LeftOutReason[]) {
      const metric = leavesOut?.of ?? "";
      const name = nameOf(metric, reason);
      named.set(name, { metric, reason, records: all.reduce((sum, { values }) => sum + (values.get(name) ?? 0), 0) });
    }
  }
  return [...named.values()].filter(({ records }) => records > 0);
}
