import type { ConversationItem } from "@/lib/shared/conversation";
import { isoOrNull } from "@/lib/shared/instants";
import type { Scope } from "@/lib/shared/scope";

/** What the list reads of an entry besides its queue. */
export const CALLBACK_COLUMNS = [
  "isCallbackOpted as isAsked",
  "callbackOptedAt as askedAt",
  "callbackAcceptedAt as acceptedAt",
] as const;

/** An entry as the list reads it; instants in Unix milliseconds. */
interface CallbackEntry {
  conversationId: string;
  value: string;
  isAsked: boolean;
  askedAt: number | null;
  acceptedAt: number | null;
}

/** Of each conversation the callback that has been due the longest, in a queue that may be seen. */
export function callbacksDue(
  entries: readonly CallbackEntry[],
  { queues }: Scope,
  names: ReadonlyMap<string, string>,
): Map<string, NonNullable<ConversationItem["callbackDue"]>> {
  const due = entries.filter(({ isAsked, acceptedAt }) => isAsked && acceptedAt === null);
  const seen = due.filter(({ value }) => queues === "all" || queues.includes(value));
  const latestFirst = seen.sort((a, b) => (b.askedAt ?? 0) - (a.askedAt ?? 0));
  return new Map(
    latestFirst.map(({ conversationId, value, askedAt }) => [
      conversationId,
      {
        askedAt: isoOrNull(askedAt),
        queue: names.get(value) ?? value,
      },
    ]),
  );
}
