import type { KyselyPlugin } from "kysely";
import type { Served } from "./served";

/** How many queries a served application's store gets for some work, until all that it asks for has been answered. */
export async function countQueries(served: Served, work: () => Promise<unknown>): Promise<number> {
  const { store } = served.runtime;
  let queries = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      queries += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  served.runtime.store = { ...store, db: store.db.withPlugin(counting) };
  try {
    await work();
  } finally {
    served.runtime.store = store;
  }
  return queries;
}
