import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";

export const { GET } = route(ROUTES.syncStatus, ({ runtime }) => runtime.scheduler.status());

export const { POST } = route(ROUTES.controlSync, async ({ runtime: { scheduler }, body: { action } }) => {
  await (action === "run" ? scheduler.runNow() : scheduler.setPaused(action === "pause"));
  return scheduler.status();
});
