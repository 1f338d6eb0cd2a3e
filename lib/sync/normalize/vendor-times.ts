import { isMissingWord } from "@/lib/kore/forms";
import type { VendorDestination, VendorRecord } from "@/lib/kore/schema";
import { isBelievable, parseVendorTime } from "@/lib/kore/time";

/** How and when records were read. */
export interface Reading {
  /** The offset of the request, in minutes, with JavaScript's sign. */
  timeZoneOffset: number;
  /** Unix milliseconds: what lies more than a day later is no instant (METRICS, "What cannot be is missing"). */
  readAt: number;
}

/** Reads a record's times as Unix milliseconds, and notes by its name a field whose text is none. */
export interface Times {
  /** At the request's offset. */
  read(field: string, text: string | null): number | null;
  /** Callback times are UTC, whatever the request's offset (FACTS, "The record"). */
  readUtc(field: string, text: string | null): number | null;
}

export function timesOf({ timeZoneOffset, readAt }: Reading, unread: Set<string>): Times {
  const read = (field: string, text: string | null, offset: number) => {
    if (text === null || isMissingWord(text)) {
      return null;
    }
    const instant = parseVendorTime(text, offset);
    if (instant === null || !isBelievable(instant, readAt)) {
      unread.add(field);
      return null;
    }
    return instant;
  };
  return {
    read: (field, text) => read(field, text, timeZoneOffset),
    readUtc: (field, text) => read(field, text, 0),
  };
}

/** METRICS, "Start"; null where no field holds it. Reads all times of the destinations, so that each is noted. */
export function startOf(record: VendorRecord, times: Times, { readAt }: Reading): number | null {
  const given = times.read("sessionStartTime", record.sessionStartTime);
  const earliest = earliestOf(record.destinations, times);
  return given ?? earliest ?? startOfSessionId(record.sessionId, readAt);
}

function earliestOf(destinations: readonly VendorDestination[], times: Times): number | null {
  const instants = destinations
    .flatMap((destination) => [
      times.read("EnterTime", destination.EnterTime),
      times.readUtc("CallbackOptedTime", destination.CallbackOptedTime),
      times.readUtc("userCallbackAcceptTime", destination.userCallbackAcceptTime),
      ...[destination, destination.respondingAgent].flatMap((agent) =>
        agent
          ? [
              times.read("assignedAt", agent.assignedAt),
              times.read("acceptedTime", agent.acceptedTime),
              times.read("firstResponseTime", agent.firstResponseTime),
              times.read("interactionEndTime", agent.interactionEndTime),
              times.read("afterCallWorkEndTime", agent.afterCallWorkEndTime),
            ]
          : [],
      ),
      ...destination.nonRespondingAgents.map((agent) => times.read("assignedAt", agent.assignedAt)),
    ])
    .filter((instant) => instant !== null);
  return instants.length > 0 ? instants.reduce((earliest, instant) => Math.min(earliest, instant)) : null;
}

/** The session's seconds as its id begins with them; null for an id of another form (a UUID, a word). */
const SESSION_SECONDS = /^([0-9a-f]{8})(?![-_])/i;

/** A session's id begins with its start in Unix seconds, in hexadecimal (FACTS, "The record"); null where it cannot. */
export function startOfSessionId(sessionId: string | null, readAt: number): number | null {
  const digits = SESSION_SECONDS.exec(sessionId ?? "")?.[1];
  const instant = digits === undefined ? null : Number.parseInt(digits, 16) * 1000;
  return instant !== null && isBelievable(instant, readAt) ? instant : null;
}
