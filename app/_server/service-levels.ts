import type { QueryClient } from "@tanstack/react-query";
import { serviceLevelsQuery } from "@/components/data/queries";
import type { Runtime } from "@/lib/runtime";
import { readServiceLevels } from "@/lib/store/service-levels";

/** The service levels answered on the server, for pages whose first paint shows them. */
export async function prefetchServiceLevels(client: QueryClient, { store }: Runtime): Promise<void> {
  client.setQueryData(serviceLevelsQuery().queryKey, await readServiceLevels(store.db));
}
