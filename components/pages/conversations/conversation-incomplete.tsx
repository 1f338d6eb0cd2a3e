import type { ConversationDetail } from "@/lib/shared/conversation";

/** What this conversation's page does not hold of its record, in words. */
export function ConversationIncomplete({ conversation }: { conversation: ConversationDetail }) {
  const words = wordsOf(conversation);
  return words.length === 0 ? null : (
    <p className="min-w-0 text-s text-warn [overflow-wrap:anywhere]">{words.join(" ")}</p>
  );
}

function wordsOf({ unreadFields, isStale, raw }: ConversationDetail): string[] {
  const where = raw === null ? "" : "; the raw record below has them as they came";
  return [
    ...(unreadFields.length > 0
      ? [`Could not be read, and count as missing: ${unreadFields.join(", ")}${where}.`]
      : []),
    ...(isStale ? ["It waits for a re-reading by newer rules: numbers of it can still change."] : []),
  ];
}
