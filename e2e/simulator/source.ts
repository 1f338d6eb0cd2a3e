import { createCentre } from "./centre";
import { hashText } from "./hash-text";
import { Random } from "./random";
import type { RecordIds, VendorRecord } from "./record";
import type { Question } from "./request";
import { SAMPLE_NUM_RESULTS, sampleRecordsBetween } from "./sample";
import type { CentreSettings } from "./settings";

/** All rows of a question in the API's order, each made only when it is read. */
export interface Listing {
  length: number;
  at(row: number): RecordIds;
  /** A number that is the row's own in every listing in which it comes: to draw by, without making the row. */
  identityOf(row: number): number;
  /** The count that stands in a reply whatever rows come. */
  numResults?: number;
}

/** Where the rows of a question come from. */
export type Source = (question: Question, nowMs: number) => Listing;

/** The request's codes for the channels whose names differ; any other name is its own code. */
const CHANNEL_CODES: Readonly<Record<string, string>> = {
  voice: "voice",
  "web/mobile client": "rtm",
  "system mail": "email",
};

function matchesChannel(channel: string, wanted: readonly string[]): boolean {
  const name = channel.trim().toLowerCase();
  return wanted.some((code) => code === (CHANNEL_CODES[name] ?? name));
}

function matchesQueue({ destinations = [] }: VendorRecord, wanted: readonly string[]): boolean {
  return destinations.some(({ queueId }) => queueId !== undefined && wanted.includes(queueId));
}

function itemOf<T>(items: readonly T[], index: number): T {
  const item = items[index];
  if (item === undefined) throw new Error(`No row ${index} among ${items.length}`);
  return item;
}

/** The simulated centre as a source of rows. */
export function centreSource(settings: CentreSettings, botId: string): Source {
  const centre = createCentre(settings, botId);
  return ({ fromMs, toMs, timeZoneOffset, channels, queues }, nowMs) => {
    const select = settings.selectBy === "end" ? centre.rowsEndingBetween : centre.rowsBetween;
    let rows = select(fromMs, toMs, nowMs);
    if (channels.length > 0) rows = rows.filter(({ arrival }) => matchesChannel(arrival.channel, channels));
    // Only a record knows its queues, so this filter looks at each.
    if (queues.length > 0) rows = rows.filter((row) => matchesQueue(centre.render(row, nowMs, timeZoneOffset), queues));
    return {
      length: rows.length,
      at: (row) => centre.render(itemOf(rows, row), nowMs, timeZoneOffset),
      identityOf: (row) => {
        const { arrival, part, isBots } = itemOf(rows, row);
        return new Random(arrival.slot.id, arrival.index, isBots ? 99 : part).uint();
      },
    };
  };
}

/** The vendor's sample as a source of rows; its count stays the file's. */
export const sampleSource: Source = ({ fromMs, toMs, timeZoneOffset }) => {
  const rows = sampleRecordsBetween(fromMs, toMs, timeZoneOffset);
  return {
    length: rows.length,
    at: (row) => itemOf(rows, row),
    identityOf: (row) => hashText(JSON.stringify(itemOf(rows, row))),
    numResults: SAMPLE_NUM_RESULTS,
  };
};
