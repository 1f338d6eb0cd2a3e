import { PAGES } from "@/components/shell/pages";
import { scopeOf } from "@/lib/auth/scope";
import { runDataset } from "@/lib/metrics/run";
import type { MetricQuery } from "@/lib/shared/query";
import type { Store } from "@/lib/store/engine/engine";

export const EVERYTHING = scopeOf("administrator");

/** All that the page of Overview asks for, at once as its panels do. */
export function overview(store: Store, query: MetricQuery): Promise<unknown> {
  return Promise.all(PAGES.overview.datasets.map((dataset) => runDataset(store.db, EVERYTHING, dataset, query)));
}
