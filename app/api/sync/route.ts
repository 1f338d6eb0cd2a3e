import { guarded, NO_QUESTION } from "@/app/_server/route";
import { requireRole } from "@/lib/auth/session";
import { respondJson } from "@/lib/http/respond";
import { SYNC_ACTIONS } from "@/lib/shared/contract";
import { rejectParameter } from "@/lib/shared/errors";

export const GET = guarded(async ({ runtime }) => respondJson(await runtime.scheduler.status()), NO_QUESTION);

/** Starts a run now; with `{ "action": "pause" }` or `"resume"`, stops or goes on. */
export const POST = guarded(async ({ runtime, session, request }) => {
  requireRole(session, "administrator");
  const body: unknown = await request.json().catch(() => ({}));
  const asked = typeof body === "object" && body !== null && "action" in body ? body.action : "run";
  const action = SYNC_ACTIONS.find((name) => name === asked);
  if (!action) {
    rejectParameter("action", `“action” must be one of ${SYNC_ACTIONS.join(", ")}.`);
  }
  if (action === "run") {
    await runtime.scheduler.runNow();
  } else {
    await runtime.scheduler.setPaused(action === "pause");
  }
  return respondJson(await runtime.scheduler.status(), 202);
}, NO_QUESTION);
