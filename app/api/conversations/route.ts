import { answerConversations, readListQuery, streamConversations } from "@/app/_server/conversations";
import { guarded } from "@/app/_server/route";
import { csvFileName, respondCsv, respondJson } from "@/lib/http/respond";

export const GET = guarded(async ({ search, session, runtime }) => {
  const query = readListQuery(runtime, search);
  return query.format === "csv"
    ? respondCsv(streamConversations(runtime, session, query), csvFileName("conversations", query.range))
    : respondJson(await answerConversations(runtime, session, query));
});
