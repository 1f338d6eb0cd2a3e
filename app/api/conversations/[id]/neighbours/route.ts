import { readListQuery } from "@/app/_server/conversations";
import { guarded } from "@/app/_server/route";
import { respondJson } from "@/lib/http/respond";
import { readNeighbours } from "@/lib/store/neighbours";

export const GET = guarded<{ id: string }>(async ({ params, search, session, runtime }) =>
  respondJson(await readNeighbours(runtime.store.db, session.scope, readListQuery(runtime, search), params.id)),
);
