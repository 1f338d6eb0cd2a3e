import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";
import { readErased } from "@/lib/store/sync/absent";
import { readChecks } from "@/lib/store/sync/checks";

const MOST_ERASED = 200;

export const { GET } = route(ROUTES.syncChecks, async ({ runtime: { store } }) => {
  const [checks, erased] = await Promise.all([readChecks(store.db), readErased(store.db, MOST_ERASED)]);
  return { checks, erased };
});
