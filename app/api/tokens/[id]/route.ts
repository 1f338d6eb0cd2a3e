import { guarded, NO_QUESTION } from "@/app/_server/route";
import { requireCookie } from "@/lib/auth/session";
import { revokeToken } from "@/lib/auth/tokens";

/** Revokes a token at once. */
export const DELETE = guarded<{ id: string }>(async ({ params, session, runtime }) => {
  requireCookie(session);
  await revokeToken(runtime.store.db, session.person.id, params.id);
  return new Response(null, { status: 204 });
}, NO_QUESTION);
