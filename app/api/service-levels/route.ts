import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";
import { readServiceLevels, writeServiceLevel } from "@/lib/store/settings/service-levels";

export const { GET } = route(ROUTES.serviceLevels, ({ runtime }) => readServiceLevels(runtime.store.db));

export const { PUT } = route(ROUTES.setServiceLevel, async ({ runtime: { store }, body }) => {
  await writeServiceLevel(store.db, body);
  return readServiceLevels(store.db);
});
