import type { ConversationDetail } from "@/lib/shared/conversation";
import { cut } from "./cut";

/** A raw record of more characters is fetched on demand: one of megabytes would delay the whole page. */
const MOST_RAW = 100_000;

/** What the page of a conversation is sent: texts cut as they are shown, and no large raw record. */
export interface PageConversation {
  conversation: ConversationDetail;
  /** Characters of the raw record, where it is left out. */
  rawLength: number | null;
}

/** Cuts what a page need not be sent. */
export function trimForPage(whole: ConversationDetail): PageConversation {
  const { raw, ...rest } = whole;
  const rawLength = JSON.stringify(raw ?? null).length;
  const isLeftOut = rawLength > MOST_RAW;
  const shown: Omit<ConversationDetail, "raw"> = JSON.parse(JSON.stringify(rest), (_, value: unknown) =>
    typeof value === "string" ? cut(value) : value,
  );
  return { conversation: { ...shown, raw: isLeftOut ? undefined : raw }, rawLength: isLeftOut ? rawLength : null };
}
