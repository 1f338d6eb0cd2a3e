import type { QueryClient } from "@tanstack/react-query";
import type { View } from "@/lib/shared/view";
import type { datasetQuery } from "./queries";

/** What will be asked for under a view. */
export type Ahead = (view: View) => ReturnType<typeof datasetQuery>;

/**
 * Asks for all of them, but for what the browser has. What was asked for ahead and that nobody waits for any more, since
 * the view went on, is given up. Resolves once they are answered: with whether any answer is a new one, to be drawn yet.
 */
export async function askAhead(client: QueryClient, ahead: ReadonlySet<Ahead>, view: View): Promise<boolean> {
  const asked = [...ahead].map((ask) => ask(view));
  const keys = new Set(asked.map(({ queryKey }) => JSON.stringify(queryKey)));
  const left = client
    .getQueryCache()
    .findAll({ queryKey: ["metrics"], fetchStatus: "fetching", type: "inactive" })
    .filter(({ queryKey }) => !keys.has(JSON.stringify(queryKey)));
  for (const { queryKey } of left) {
    void client.cancelQueries({ queryKey, exact: true });
  }
  const answers = asked.map((query) => client.prefetchQuery(query));
  const isAnyNew = client.isFetching({ queryKey: ["metrics"] }) > 0;
  await Promise.all(answers);
  return isAnyNew;
}

/** Asks for what comes after: the server counts it while the browser draws what was asked for first. */
export function askAfter(client: QueryClient, after: ReadonlySet<Ahead>, view: View): void {
  for (const ask of after) {
    void client.prefetchQuery(ask(view));
  }
}
