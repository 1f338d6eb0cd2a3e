import { answerConversations } from "@/app/_server/conversations";
import { exportConversations } from "@/app/_server/conversations-csv";
import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";

export const { GET, POST } = route(ROUTES.conversations, async (asked) => {
  const { runtime, session, query, meta } = asked;
  return query.format === "csv" ? exportConversations(asked) : answerConversations(runtime, session, query, meta);
});
