import sample from "./fixtures/sample-response.json" with { type: "json" };
import { formatAtOffset, parseAtOffset } from "./local-time";
import type { RecordIds } from "./record";

/** The offset in which the vendor's sample is written: its session ids say so. */
const SAMPLE_OFFSET = -330;
const LOCAL_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

function shiftTimes(value: unknown, offset: number): unknown {
  if (typeof value === "string") {
    return LOCAL_TIME.test(value) ? formatAtOffset(parseAtOffset(value, SAMPLE_OFFSET), offset) : value;
  }
  if (Array.isArray(value)) return value.map((each) => shiftTimes(each, offset));
  return typeof value === "object" && value !== null ? shiftRecord(value, offset) : value;
}

function shiftRecord(record: object, offset: number): object {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, shiftTimes(value, offset)]));
}

/** What the sample says there are; it holds fewer rows, a contradiction that clients have to bear. */
export const SAMPLE_NUM_RESULTS = sample.numResults;

/** The vendor's own records that start in [fromMs, toMs), in the file's order, their times at another offset. */
export function sampleRecordsBetween(fromMs: number, toMs: number, timeZoneOffset: number): RecordIds[] {
  const isWithin = ({ sessionStartTime }: { sessionStartTime: string }) => {
    const startMs = parseAtOffset(sessionStartTime, SAMPLE_OFFSET);
    return startMs >= fromMs && startMs < toMs;
  };
  return sample.data.filter(isWithin).map((record) => ({ ...record, ...shiftRecord(record, timeZoneOffset) }));
}
