import type { QueryClient } from "@tanstack/react-query";
import { serviceLevelsQuery } from "@/components/data/queries";
import { readServiceLevels } from "@/lib/store/settings/service-levels";
import { type Asking, answerQuestion } from "./question";

/** The service levels answered on the server, for pages whose first paint shows them. */
export async function prefetchServiceLevels(client: QueryClient, asking: Asking): Promise<void> {
  const levels = await answerQuestion(asking, () => readServiceLevels(asking.runtime.store.db));
  client.setQueryData(serviceLevelsQuery().queryKey, levels);
}
