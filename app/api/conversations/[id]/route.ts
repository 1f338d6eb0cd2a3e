import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";
import { readConversation } from "@/lib/store/conversations/conversation-detail";
import { readContext } from "@/lib/sync/normalize/context";

export const { GET } = route(ROUTES.conversation, ({ params, session, runtime: { store, timeZone } }) =>
  readConversation(store.db, session.scope, params.id, { timeZone, readContext }),
);
