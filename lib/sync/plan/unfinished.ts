import type { Kysely } from "kysely";
import { LONGEST_WINDOW, lengthOf, PAGE_SIZE, type TimeWindow, wholeSeconds } from "@/lib/kore/windows";
import { DAY_MS, SECOND_MS } from "@/lib/shared/instants";
import type { Database } from "@/lib/store/schema/schema";
import { readUnfinished, type UnfinishedSpan } from "@/lib/store/sync/unfinished";
import type { Density } from "./density";
import { oldestReadAgain, type Wanted } from "./plan";

/** How far around a start: whether what lies at a window's very edge is missing cannot be known. */
const MARGIN = 2 * SECOND_MS;
/** Windows are joined while they are expected to fit one page with some room. */
const MOST_ROWS = 0.7 * PAGE_SIZE;

/** Conversations that can still change: those that stand open, and old ones that ended less than a day ago. */
export function readUnfinishedSpans(db: Kysely<Database>, wanted: Wanted): Promise<UnfinishedSpan[]> {
  return readUnfinished(db, { endedAfter: wanted.runAt - DAY_MS, startedBefore: oldestReadAgain(wanted) });
}

/** Windows around those of them that started before what is read again in any case, oldest first. */
export async function readUnfinishedWindows(
  db: Kysely<Database>,
  wanted: Wanted,
  density?: Density,
): Promise<TimeWindow[]> {
  const spans = await readUnfinishedSpans(db, wanted);
  return windowsAround(
    spans.filter(({ firstAt }) => firstAt < oldestReadAgain(wanted)),
    density,
  );
}

/** Neighbours are read together where that takes one request: what lies between them comes along. */
export function windowsAround(
  spans: readonly Pick<UnfinishedSpan, "firstAt" | "lastAt">[],
  density?: Density,
): TimeWindow[] {
  const windows: TimeWindow[] = [];
  for (const { firstAt, lastAt } of spans) {
    const window = wholeSeconds({ fromAt: firstAt - MARGIN, toAt: lastAt + MARGIN + SECOND_MS });
    const last = windows.at(-1);
    const both = last && { fromAt: last.fromAt, toAt: window.toAt };
    const isOneRequest =
      both && lengthOf(both) <= LONGEST_WINDOW && (density?.expect(both) ?? Number.POSITIVE_INFINITY) <= MOST_ROWS;
    if (last && (isOneRequest || window.fromAt <= last.toAt)) {
      last.toAt = window.toAt;
    } else {
      windows.push(window);
    }
  }
  return windows;
}
