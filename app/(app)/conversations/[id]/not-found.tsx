import { ConversationGone } from "@/components/pages/conversations/conversation-gone";
import { PageHeader } from "@/components/shell/page-header";

export default function ConversationNotFound() {
  return (
    <>
      <PageHeader title="Conversation" />
      <main id="main" className="py-16">
        <ConversationGone />
      </main>
    </>
  );
}
