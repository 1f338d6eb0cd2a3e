import { createCentre } from "./centre";
import type { VendorRecord } from "./record";
import type { Question } from "./request";
import { SAMPLE_NUM_RESULTS, sampleRecordsBetween } from "./sample";
import type { CentreSettings } from "./settings";

/** A page of rows with every selectable part. */
export interface Page {
  rows: readonly object[];
  numResults: number;
}

/** Where the rows of a question come from. */
export type Source = (question: Question, nowMs: number) => Page;

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

/** The simulated centre as a source of pages. */
export function centreSource(settings: CentreSettings, botId: string, counts: "page" | "total"): Source {
  const centre = createCentre(settings, botId);
  return ({ fromMs, toMs, timeZoneOffset, channels, queues, skip, limit }, nowMs) => {
    let rows = centre.rowsBetween(fromMs, toMs, nowMs);
    if (channels.length > 0) rows = rows.filter(({ arrival }) => matchesChannel(arrival.channel, channels));
    // Only a record knows its queues, so this filter looks at each.
    if (queues.length > 0) rows = rows.filter((row) => matchesQueue(centre.render(row, nowMs, timeZoneOffset), queues));
    const page = rows.slice(skip, skip + limit).map((row) => centre.render(row, nowMs, timeZoneOffset));
    return { rows: page, numResults: counts === "page" ? page.length : rows.length };
  };
}

/** The vendor's sample as a source of pages; its count stays the file's, whatever rows come. */
export const sampleSource: Source = ({ fromMs, toMs, timeZoneOffset, skip, limit }) => ({
  rows: sampleRecordsBetween(fromMs, toMs, timeZoneOffset).slice(skip, skip + limit),
  numResults: SAMPLE_NUM_RESULTS,
});
