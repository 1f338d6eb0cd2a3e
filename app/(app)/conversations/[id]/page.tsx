import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { pageSession, prefetch } from "@/app/_server/page";
import { ConversationPage } from "@/components/conversations/conversation-page";
import { CallboardError } from "@/lib/shared/errors";
import { readConversation } from "@/lib/store/conversation-detail";

export const metadata: Metadata = { title: "Conversation" };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const asking = await pageSession();
  const { id } = await params;
  const { runtime, session } = asking;
  const conversation = await readConversation(
    runtime.store.db,
    session.scope,
    decodeURIComponent(id),
    runtime.timeZone,
  ).catch((error: unknown) => {
    if (error instanceof CallboardError && error.code === "not_found") {
      notFound();
    }
    throw error;
  });
  const { state } = await prefetch(asking, []);
  return (
    <HydrationBoundary state={state()}>
      <ConversationPage conversation={conversation} />
    </HydrationBoundary>
  );
}
