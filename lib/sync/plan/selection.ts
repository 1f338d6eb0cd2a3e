import { parseVendorTime } from "@/lib/kore/time";
import type { TimeWindow } from "@/lib/kore/windows";
import { SECOND_MS } from "@/lib/shared/instants";
import type { ConversationRows, RawRecordRow } from "@/lib/store/schema/schema";

/** The span of a window's request: a second more at both ends. */
export function requestedSpan({ fromAt, toAt }: TimeWindow): TimeWindow {
  return { fromAt: fromAt - SECOND_MS, toAt: toAt + SECOND_MS };
}

/**
 * What the conversations of one window show of the time by which the source selects them. One whose start lies within
 * the requested span and all of whose other times, its end among them, lie without came by its start; one whose start
 * lies without came by something else.
 */
export function evidenceOf(window: TimeWindow, conversations: readonly ConversationRows[], timeZoneOffset: number) {
  const { fromAt, toAt } = requestedSpan(window);
  const isWithin = (instant: number) => instant >= fromAt && instant <= toAt;
  let seen = 0;
  let against = 0;
  for (const rows of conversations) {
    const [conversation] = rows.conversations;
    const [raw] = rows.rawRecords;
    if (!conversation || !raw) {
      continue;
    }
    if (!isWithin(conversation.startedAt)) {
      against += isStartGiven(raw, timeZoneOffset) ? 1 : 0;
    } else if (conversation.endedAt !== null && !otherTimesOf(rows).some(isWithin)) {
      seen += 1;
    }
  }
  return { seen, against };
}

/** A start that had to be taken from elsewhere in the record is not what the source selects by. */
function isStartGiven({ record, startedAt }: RawRecordRow, timeZoneOffset: number): boolean {
  const { sessionStartTime } = JSON.parse(record);
  return typeof sessionStartTime === "string" && parseVendorTime(sessionStartTime, timeZoneOffset) === startedAt;
}

function otherTimesOf({ conversations, destinations, agentSegments, missedAssignments }: ConversationRows): number[] {
  return [
    ...conversations.map(({ endedAt }) => endedAt),
    ...destinations.flatMap((row) => [row.enteredAt, row.callbackOptedAt, row.callbackAcceptedAt]),
    ...agentSegments.flatMap((row) => [
      row.assignedAt,
      row.acceptedAt,
      row.firstResponseAt,
      row.interactionEndedAt,
      row.afterCallWorkEndedAt,
    ]),
    ...missedAssignments.map(({ assignedAt }) => assignedAt),
  ].filter((instant) => instant !== null);
}
