import { guarded } from "@/app/_server/route";
import { respondJson } from "@/lib/http/respond";
import { readConversation } from "@/lib/store/conversations/conversation-detail";
import { readContext } from "@/lib/sync/normalize/context";

export const GET = guarded<{ id: string }>(async ({ params, session, runtime }) =>
  respondJson(
    await readConversation(runtime.store.db, session.scope, params.id, { timeZone: runtime.timeZone, readContext }),
  ),
);
