import { answerConversations, readListQuery } from "@/app/_server/conversations";
import { streamConversations } from "@/app/_server/conversations-csv";
import { metaOf } from "@/app/_server/dataset";
import { factsOf, respondWithEtag } from "@/app/_server/etag-reply";
import { askedByBoth } from "@/app/_server/parameters";
import { streamExport } from "@/app/_server/question";
import { csvFileName, respondCsv, respondJson } from "@/lib/http/respond";

export const { GET, POST } = askedByBoth(async (asked) => {
  const { search, session, runtime } = asked;
  const query = readListQuery(runtime, search);
  if (query.format === "csv") {
    asked.leaveTurn();
    const { stream } = await streamExport(asked, async () => ({
      stream: streamConversations(runtime.store, session.scope, query),
    }));
    return respondCsv(stream, csvFileName("conversations", query.range));
  }
  const meta = await metaOf(runtime, query.range);
  return respondWithEtag(asked, [query, factsOf(meta)], async () =>
    respondJson(await answerConversations(runtime, session, query, meta)),
  );
});
