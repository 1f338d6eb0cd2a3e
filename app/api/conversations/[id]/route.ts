import { guarded } from "@/app/_server/route";
import { respondJson } from "@/lib/http/respond";
import { readConversation } from "@/lib/store/conversation-detail";

export const GET = guarded<{ id: string }>(async ({ params, session, runtime }) =>
  respondJson(await readConversation(runtime.store.db, session.scope, params.id, runtime.timeZone)),
);
