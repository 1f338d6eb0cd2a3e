"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useApp } from "@/components/data/app-context";
import { ApiError } from "@/components/data/fetch-json";
import { conversationQuery } from "@/components/data/queries";
import { buttonClass } from "@/components/ui/form/button-class";
import { Empty } from "@/components/ui/panel/panel-state";
import { formatDay, formatTime } from "@/lib/shared/format";

const NONE = "There is no conversation with this id in what you may see.";

/** Why there is no such conversation, as the API says it: a page that is not found cannot say it itself. */
export function ConversationGone() {
  const { id } = useParams<{ id: string }>();
  const { error } = useQuery({ ...conversationQuery(decodeURIComponent(id)), retry: false });
  const known = error instanceof ApiError && error.code === "not_found" ? error : null;
  const { timeZone } = useApp();
  const { replacedBy: successor, firstMissedAt } = known?.details ?? {};
  const message =
    typeof firstMissedAt === "string"
      ? `This conversation was erased at the source: readings from ${formatDay(firstMissedAt, timeZone)}, ${formatTime(firstMissedAt, timeZone)} on no longer held it.`
      : (known?.message ?? NONE);
  const action = (
    <>
      {typeof successor === "string" && (
        <Link href={`/conversations/${encodeURIComponent(successor)}`} className={buttonClass({ variant: "primary" })}>
          That conversation
        </Link>
      )}
      <Link href="/conversations" className={buttonClass()}>
        All conversations
      </Link>
    </>
  );
  const hint = "It may not be copied yet, or the address is cut off.";
  return <Empty message={message} hint={message === NONE ? hint : undefined} action={action} />;
}
