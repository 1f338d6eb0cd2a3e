import { guarded } from "@/app/_server/route";
import { requireRole } from "@/lib/auth/session";
import { respondJson } from "@/lib/http/respond";
import { rejectParameter } from "@/lib/shared/errors";
import { serviceLevelChangeSchema } from "@/lib/shared/service-levels";
import { readServiceLevels, writeServiceLevel } from "@/lib/store/service-levels";

export const GET = guarded(async ({ runtime }) => respondJson(await readServiceLevels(runtime.store.db)));

/** Sets the service level of one queue, or of all that have none of their own; answers with all of them. */
export const PUT = guarded(async ({ runtime, session, request }) => {
  requireRole(session, "administrator");
  const { data, error } = serviceLevelChangeSchema.safeParse(await request.json().catch(() => null));
  if (!data) {
    const issue = error.issues[0];
    const parameter = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0];
    const name = String(parameter ?? "body").slice(0, 60);
    return rejectParameter(name, `“${name}”: ${issue?.message}.`);
  }
  await writeServiceLevel(runtime.store.db, data);
  return respondJson(await readServiceLevels(runtime.store.db));
});
