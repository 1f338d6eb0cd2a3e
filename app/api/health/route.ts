import { route } from "@/app/_server/route";
import { respondJson } from "@/lib/http/respond";
import { ROUTES } from "@/lib/http/routes";
import type { HealthReply } from "@/lib/shared/contract";

export const dynamic = "force-dynamic";

const PATIENCE_MS = 6000;

/** A server that is out of reach may not even refuse. */
function rejectLate(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error("The store is silent.")), PATIENCE_MS).unref();
  });
}

/** Open to all: says whether the store answers and how far the copy is, and nothing else. */
export const { GET } = route(ROUTES.health, async ({ runtime: { scheduler, store } }) => {
  try {
    const answer = store.ping().then(() => scheduler.status());
    const { state, dataThrough } = await Promise.race([answer, rejectLate()]);
    const status = state === "failing" ? "degraded" : "ok";
    return { status, store: "ok", sync: { state, dataThrough } } satisfies HealthReply;
  } catch {
    const sync = { state: "failing", dataThrough: null } as const;
    return respondJson({ status: "degraded", store: "unavailable", sync } satisfies HealthReply, 503);
  }
});
