import { guarded, NO_QUESTION } from "@/app/_server/route";
import { requireRole } from "@/lib/auth/session";
import { respondJson } from "@/lib/http/respond";
import { parseInput } from "@/lib/shared/parse-input";
import { serviceLevelChangeSchema } from "@/lib/shared/service-levels";
import { readServiceLevels, writeServiceLevel } from "@/lib/store/settings/service-levels";

export const GET = guarded(async ({ runtime }) => respondJson(await readServiceLevels(runtime.store.db)));

/** Sets the service level of one queue, or of all that have none of their own; answers with all of them. */
export const PUT = guarded(async ({ runtime, session, request }) => {
  requireRole(session, "administrator");
  const body: unknown = await request.json().catch(() => null);
  await writeServiceLevel(runtime.store.db, parseInput(serviceLevelChangeSchema, body));
  return respondJson(await readServiceLevels(runtime.store.db));
}, NO_QUESTION);
