import { guarded, NO_QUESTION } from "@/app/_server/route";
import { addPerson, listPeople } from "@/lib/auth/people";
import { requireCookie, requireRole } from "@/lib/auth/session";
import { respondJson } from "@/lib/http/respond";
import type { PeopleReply } from "@/lib/shared/people";

export const GET = guarded(async ({ runtime, session }) => {
  requireCookie(session);
  requireRole(session, "administrator");
  return respondJson({ people: await listPeople(runtime.store.db, runtime.clock.now()) } satisfies PeopleReply);
}, NO_QUESTION);

/** Adds a person, who can sign in at once. */
export const POST = guarded(async ({ runtime, session, request }) => {
  requireCookie(session);
  requireRole(session, "administrator");
  const body: unknown = await request.json().catch(() => null);
  return respondJson(await addPerson(runtime.auth, runtime.store.db, { body, now: runtime.clock.now() }), 201);
}, NO_QUESTION);
