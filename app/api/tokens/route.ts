import { route } from "@/app/_server/route";
import { listTokens, makeToken } from "@/lib/auth/tokens";
import { ROUTES } from "@/lib/http/routes";

export const { GET } = route(ROUTES.tokens, async ({ runtime, session }) => ({
  tokens: await listTokens(runtime.store.db, session.person.id),
}));

export const { POST } = route(ROUTES.makeToken, async ({ runtime, session, body }) => ({
  token: await makeToken(runtime.auth, session.person.id, body),
}));
