import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";

/** Guarded by the code in the log, and over once there is anybody. */
export const { POST } = route(ROUTES.setUp, async ({ runtime, body }) => {
  await runtime.setUp.complete(body);
  return { done: true };
});
