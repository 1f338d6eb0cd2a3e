import { guarded, NO_QUESTION } from "@/app/_server/route";
import { requireCookie } from "@/lib/auth/session";
import { listTokens, makeToken } from "@/lib/auth/tokens";
import { respondJson } from "@/lib/http/respond";
import type { TokenMade, TokensReply } from "@/lib/shared/tokens";

export const GET = guarded(async ({ runtime, session }) => {
  requireCookie(session);
  return respondJson({ tokens: await listTokens(runtime.store.db, session.person.id) } satisfies TokensReply);
}, NO_QUESTION);

/** Makes a token; this reply is the only one that shows it. */
export const POST = guarded(async ({ runtime, session, request }) => {
  requireCookie(session);
  const body: unknown = await request.json().catch(() => null);
  return respondJson({ token: await makeToken(runtime.auth, session.person.id, body) } satisfies TokenMade, 201);
}, NO_QUESTION);
