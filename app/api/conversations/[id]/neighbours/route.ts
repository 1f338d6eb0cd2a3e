import { readListQuery } from "@/app/_server/conversations";
import { askedByBoth } from "@/app/_server/parameters";
import { respondJson } from "@/lib/http/respond";
import { readNeighbours } from "@/lib/store/conversations/neighbours";

export const { GET, POST } = askedByBoth<{ id: string }>(async ({ params, search, session, runtime }) =>
  respondJson(await readNeighbours(runtime.store.db, session.scope, readListQuery(runtime, search), params.id)),
);
