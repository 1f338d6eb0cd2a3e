import { withRecords } from "@/app/_server/conversations";
import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";
import { readNeighbours } from "@/lib/store/conversations/neighbours";

export const { GET, POST } = route(ROUTES.neighbours, async ({ params, query, session, runtime }) =>
  readNeighbours(runtime.store.db, session.scope, withRecords(query), params.id),
);
