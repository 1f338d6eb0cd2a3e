import { guarded } from "@/app/_server/route";
import { requireRole } from "@/lib/auth/session";
import { respondJson } from "@/lib/http/respond";

export const GET = guarded(async ({ runtime }) => respondJson(await runtime.scheduler.status()));

export const POST = guarded(async ({ runtime, session }) => {
  requireRole(session, "administrator");
  runtime.scheduler.runNow();
  return respondJson(await runtime.scheduler.status(), 202);
});
