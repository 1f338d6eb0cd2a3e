import { rejectParameter } from "@/lib/shared/errors";
import type { Records } from "@/lib/store/filters/grains";
import { METRICS, ROW_METRICS } from "./catalogue";
import type { Metric } from "./define";

const byId = new Map([...METRICS, ...ROW_METRICS].map((metric) => [metric.id, metric]));

/** @throws Error where a dataset names a metric that there is not: a fault of the program. */
export function metricOf(id: string): Metric {
  const metric = byId.get(id);
  if (!metric) {
    throw new Error(`There is no metric “${id}”.`);
  }
  return metric;
}

/**
 * The records that a metric counts, for a list of them.
 * @throws CallboardError `invalid_parameter` where there is no such metric.
 */
export function recordsOf(id: string): Records {
  const metric = byId.get(id);
  return metric ? metric.records : rejectParameter("metric", `“metric”: there is no metric “${id.slice(0, 60)}”.`);
}
