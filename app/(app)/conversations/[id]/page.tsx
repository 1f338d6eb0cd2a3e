import { dehydrate, QueryClient } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { SearchParams } from "nuqs/server";
import { withRecords } from "@/app/_server/conversations";
import { queryContext } from "@/app/_server/dataset";
import { pageSession, readView } from "@/app/_server/page";
import { answerQuestion } from "@/app/_server/question";
import { PageData } from "@/components/data/page-data";
import { neighboursQuery } from "@/components/data/queries";
import { ConversationPage } from "@/components/pages/conversations/conversation-page";
import { trimForPage } from "@/components/pages/conversations/page-conversation";
import { CallboardError } from "@/lib/shared/errors";
import { parseListQuery } from "@/lib/shared/query";
import { listSearch } from "@/lib/shared/view";
import { readConversation } from "@/lib/store/conversations/conversation-detail";
import { readNeighbours } from "@/lib/store/conversations/neighbours";
import { readContext } from "@/lib/sync/normalize/context";

export const metadata: Metadata = { title: "Conversation" };

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function Page({ params, searchParams }: Props) {
  const asking = await pageSession();
  const id = decodeURIComponent((await params).id);
  const { runtime, session } = asking;
  const { db } = runtime.store;
  const reading = { timeZone: runtime.timeZone, readContext };
  const read = () => readConversation(db, session.scope, id, reading);
  const conversation = await answerQuestion(asking, read).catch((error: unknown) => {
    if (error instanceof CallboardError && error.code === "not_found") {
      notFound();
    }
    throw error;
  });
  const client = new QueryClient();
  const search = listSearch(await readView(searchParams));
  try {
    const list = withRecords(parseListQuery(new URLSearchParams(search), queryContext(runtime)));
    const neighbours = await answerQuestion(asking, () => readNeighbours(db, session.scope, list, id));
    client.setQueryData(neighboursQuery(id, search).queryKey, neighbours);
  } catch (error) {
    // A wrong parameter of the list: the conversation is shown all the same.
    if (!(error instanceof CallboardError)) {
      throw error;
    }
  }
  return (
    <PageData state={dehydrate(client)}>
      <ConversationPage {...trimForPage(conversation)} />
    </PageData>
  );
}
