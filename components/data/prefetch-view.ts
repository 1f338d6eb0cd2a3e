import type { QueryClient } from "@tanstack/react-query";
import type { View } from "@/lib/shared/view";
import type { datasetQuery } from "./queries";

/** The query of a panel's dataset under a view. */
export type ViewQuery = (view: View) => ReturnType<typeof datasetQuery>;

/**
 * Prefetches the queries of the panels in sight, but for those that the browser has. Earlier prefetches that nobody waits
 * for any more, since the view has changed, are cancelled. Resolves once all are answered: with whether any reply is new.
 */
export async function prefetchVisible(
  client: QueryClient,
  queries: ReadonlySet<ViewQuery>,
  view: View,
): Promise<boolean> {
  const wanted = [...queries].map((query) => query(view));
  const keys = new Set(wanted.map(({ queryKey }) => JSON.stringify(queryKey)));
  const unwanted = client
    .getQueryCache()
    .findAll({ queryKey: ["metrics"], fetchStatus: "fetching", type: "inactive" })
    .filter(({ queryKey }) => !keys.has(JSON.stringify(queryKey)));
  for (const { queryKey } of unwanted) {
    void client.cancelQueries({ queryKey, exact: true });
  }
  const replies = wanted.map((query) => client.prefetchQuery(query));
  const isAnyNew = client.isFetching({ queryKey: ["metrics"] }) > 0;
  await Promise.all(replies);
  return isAnyNew;
}

/** Prefetches the queries of the panels out of sight: the server answers them while the browser draws the others. */
export function prefetchDeferred(client: QueryClient, queries: ReadonlySet<ViewQuery>, view: View): void {
  for (const query of queries) {
    void client.prefetchQuery(query(view));
  }
}
