import type { ConversationItem } from "@/lib/shared/conversation";
import { formatShortDay, formatTime, formatValue } from "@/lib/shared/format";
import { OutcomeMark } from "./outcome-mark";

/** A conversation on two lines, as high as a row: when, how it came out and how long; then where and with whom. */
export function ListDigest({ item, timeZone }: { item: ConversationItem; timeZone: string }) {
  const { startedAt, outcome, durationSeconds, channel, queues, agents, customer } = item;
  return (
    <span className="row-digest">
      <span className="flex gap-2 leading-4">
        <span>
          {formatShortDay(startedAt, timeZone)} {formatTime(startedAt, timeZone, true)}
        </span>
        <OutcomeMark outcome={outcome} />
        <span className="ml-auto">{formatValue(durationSeconds, "seconds")}</span>
      </span>
      <span className="block truncate text-ink-2 text-xs leading-[13px]">
        <bdi>{[...queues, ...agents, customer, channel].filter(Boolean).join(" · ")}</bdi>
      </span>
    </span>
  );
}
