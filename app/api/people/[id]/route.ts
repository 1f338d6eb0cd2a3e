import { guarded, NO_QUESTION } from "@/app/_server/route";
import { changePerson, removePerson } from "@/lib/auth/people";
import { requireCookie, requireRole } from "@/lib/auth/session";
import { respondJson } from "@/lib/http/respond";

/** Changes somebody's role, password, or whether they may sign in. */
export const PATCH = guarded<{ id: string }>(async ({ params, runtime, session, request }) => {
  requireCookie(session);
  requireRole(session, "administrator");
  const body: unknown = await request.json().catch(() => null);
  const change = { id: params.id, by: session.person.id, body, now: runtime.clock.now() };
  return respondJson(await changePerson(runtime.auth, runtime.store.db, change));
}, NO_QUESTION);

/** Removes somebody for good. */
export const DELETE = guarded<{ id: string }>(async ({ params, runtime, session }) => {
  requireCookie(session);
  requireRole(session, "administrator");
  await removePerson(runtime.store.db, { id: params.id, by: session.person.id, now: runtime.clock.now() });
  return new Response(null, { status: 204 });
}, NO_QUESTION);
