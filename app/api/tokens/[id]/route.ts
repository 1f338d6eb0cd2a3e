import { route } from "@/app/_server/route";
import { revokeToken } from "@/lib/auth/tokens";
import { ROUTES } from "@/lib/http/routes";

export const { DELETE } = route(ROUTES.revokeToken, ({ params, session, runtime }) =>
  revokeToken(runtime.store.db, session.person.id, params.id),
);
