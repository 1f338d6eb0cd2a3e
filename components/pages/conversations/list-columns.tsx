import type { ReactNode } from "react";
import type { ConversationItem } from "@/lib/shared/conversation";
import { formatShortDay, formatTime, formatValue, MISSING } from "@/lib/shared/format";
import type { ConversationSort } from "@/lib/shared/query";
import { OutcomeMark } from "./outcome-mark";

export interface ListColumn {
  id: string;
  label: string;
  /** That shows its usual values whole, in pixels; all columns share what the screen has beyond. */
  width: number;
  sort?: ConversationSort;
  isNumber?: boolean;
  isDefault?: boolean;
  cell: (item: ConversationItem, timeZone: string) => ReactNode;
}

/** The columns of the list, in the order in which they stand. */
export const LIST_COLUMNS: readonly ListColumn[] = [
  {
    id: "started",
    label: "Started",
    width: 144,
    sort: "startedAt",
    isDefault: true,
    cell: (item, timeZone) => <Instant at={item.startedAt} timeZone={timeZone} />,
  },
  {
    id: "ended",
    label: "Ended",
    width: 144,
    sort: "endedAt",
    cell: (item, timeZone) => <Instant at={item.endedAt} timeZone={timeZone} />,
  },
  {
    id: "outcome",
    label: "Outcome",
    width: 141,
    sort: "outcome",
    isDefault: true,
    cell: (item) => <OutcomeMark outcome={item.outcome} />,
  },
  {
    id: "channel",
    label: "Channel",
    width: 134,
    sort: "channel",
    isDefault: true,
    cell: (item) => <Cut text={item.channel} />,
  },
  {
    id: "direction",
    label: "Direction",
    width: 92,
    sort: "direction",
    cell: (item) => <Cut text={item.direction} />,
  },
  {
    id: "status",
    label: "Final status",
    width: 136,
    sort: "finalStatus",
    isDefault: true,
    cell: (item) => <Cut text={item.finalStatus} />,
  },
  {
    id: "event",
    label: "Disconnecting event",
    width: 140,
    sort: "disconnectingEvent",
    isDefault: true,
    cell: (item) => <Cut text={item.disconnectingEvent} />,
  },
  { id: "queue", label: "Queue", width: 154, isDefault: true, cell: (item) => <Cut text={item.queues.join(", ")} /> },
  { id: "agent", label: "Agent", width: 112, isDefault: true, cell: (item) => <Cut text={item.agents.join(", ")} /> },
  { id: "customer", label: "Customer", width: 122, isDefault: true, cell: (item) => <Cut text={item.customer} /> },
  {
    id: "dispositions",
    label: "Dispositions",
    width: 130,
    cell: (item) => <Cut text={item.dispositions.join(", ")} />,
  },
  {
    id: "duration",
    label: "Duration",
    width: 66,
    sort: "durationSeconds",
    isNumber: true,
    isDefault: true,
    cell: (item) => formatValue(item.durationSeconds, "seconds"),
  },
  { id: "id", label: "Conversation", width: 270, cell: (item) => <Cut text={item.id} /> },
  { id: "session", label: "Session", width: 200, cell: (item) => <Cut text={item.sessionId} /> },
];

/** Cut at the column's width; the whole stands in the title, and a row with the focus gives it a second line. */
function Cut({ text }: { text: string | null }) {
  return text ? (
    <bdi className="row-text" title={text}>
      {text}
    </bdi>
  ) : (
    <span className="text-ink-3">{MISSING}</span>
  );
}

function Instant({ at, timeZone }: { at: string | null; timeZone: string }) {
  return at === null ? (
    <span className="text-ink-3">{MISSING}</span>
  ) : (
    <>
      {formatShortDay(at, timeZone)} <span className="text-ink-2">{formatTime(at, timeZone, true)}</span>
    </>
  );
}
