import type { DatasetId } from "@/lib/shared/datasets";
import type { Filters } from "@/lib/shared/filters";
import { parseMetricQuery } from "@/lib/shared/query";
import type { Scope } from "@/lib/shared/scope";
import type { Store } from "@/lib/store/engine/engine";
import { runDataset } from "./run";

/** Between them they look at all that a page of key figures does. */
const DATASETS: readonly DatasetId[] = ["summary", "volume", "anomalies", "queues", "agents", "heatmap"];
/** What every row has: a value that no conversation has is ruled out, so that the columns are read and nothing is left out. */
const LOOKED_AT = ["channel", "status", "event", "outcome", "direction", "intent"] as const;

/**
 * Has the embedded engine read what a page's figures and filters look at before anybody asks: after a start, the first
 * page and its first filter took several times as long as the second.
 */
export async function readAhead(
  { db, cache }: Store,
  scope: Scope,
  context: { timeZone: string; now: number },
): Promise<void> {
  if (cache === null) {
    return;
  }
  const filters: Filters = Object.fromEntries(LOOKED_AT.map((id) => [id, ["! "]]));
  const query = parseMetricQuery(new URLSearchParams(), context);
  for (const dataset of DATASETS) {
    await runDataset(db, scope, dataset, { ...query, filters });
  }
}
