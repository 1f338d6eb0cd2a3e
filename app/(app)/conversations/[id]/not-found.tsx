import Link from "next/link";
import { PageHeader } from "@/components/shell/page-header";
import { buttonClass } from "@/components/ui/button-class";
import { Empty } from "@/components/ui/panel-state";

export default function ConversationNotFound() {
  const action = (
    <Link href="/conversations" className={buttonClass()}>
      All conversations
    </Link>
  );
  return (
    <>
      <PageHeader title="Conversation" />
      <main id="main" className="py-16">
        <Empty
          message="There is no conversation with this id in what you may see."
          hint="It may not be copied yet, it may have been erased at the source, or the address is cut off."
          action={action}
        />
      </main>
    </>
  );
}
