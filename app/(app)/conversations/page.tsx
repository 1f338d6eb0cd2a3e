import { dehydrate, QueryClient } from "@tanstack/react-query";
import type { SearchParams } from "nuqs/server";
import { answerConversations } from "@/app/_server/conversations";
import { queryContext } from "@/app/_server/dataset";
import { pageMetadata } from "@/app/_server/metric-page";
import { pageSession, readView } from "@/app/_server/page";
import { answerQuestion } from "@/app/_server/question";
import { PageData } from "@/components/data/page-data";
import { conversationsQuery } from "@/components/data/queries";
import { Conversations } from "@/components/pages/conversations/conversations";
import { PAGES } from "@/components/shell/pages";
import { CallboardError } from "@/lib/shared/errors";
import { parseListQuery } from "@/lib/shared/query";
import { listSearch } from "@/lib/shared/view";

export const metadata = pageMetadata(PAGES.conversations);

export default async function ConversationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const asking = await pageSession();
  const view = await readView(searchParams);
  const search = listSearch(view);
  const client = new QueryClient();
  try {
    const query = parseListQuery(new URLSearchParams(search), queryContext(asking.runtime));
    const page = await answerQuestion(asking, () => answerConversations(asking.runtime, asking.session, query));
    client.setQueryData(conversationsQuery(search, 0).queryKey, page);
  } catch (error) {
    // A wrong parameter: the list asks again in the browser, and says what is wrong.
    if (!(error instanceof CallboardError)) {
      throw error;
    }
  }
  return (
    <PageData state={dehydrate(client)}>
      <Conversations />
    </PageData>
  );
}
