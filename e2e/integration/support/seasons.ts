import fc from "fast-check";
import { readRecord } from "@/lib/kore/client";
import { DAY_MS } from "@/lib/shared/instants";
import { INTERVALS } from "@/lib/shared/intervals";
import type { Store } from "@/lib/store/engine/engine";
import { commitWindow, normalizeAll } from "@/lib/sync/run/commit";
import type { Oracle, OracleDataset } from "../../oracle/oracle";
import type { OracleFilter, OracleInterval } from "../../oracle/query";
import { recordsBetween } from "../../simulator/centre";

const OFFSET = 300;
const CENTRE = { seed: 23, conversationsPerDay: 150, homeZone: "America/New_York" };
/** Ten days about each change of New York's clocks: 8 March and 1 November 2026. */
export const SEASONS = [
  { first: "2026-03-04", last: "2026-03-13" },
  { first: "2026-10-27", last: "2026-11-05" },
] as const;
const ZONES = ["America/New_York", "Asia/Kolkata", "Pacific/Apia", "UTC"] as const;

/** The records of both seasons, as the vendor gives them at {@link OFFSET}. */
export function seasonRecords(): unknown[] {
  return SEASONS.flatMap(({ first, last }) => {
    const [from, to] = [Date.parse(first), Date.parse(last) + DAY_MS];
    return recordsBetween(CENTRE, from, to, to, OFFSET);
  });
}

export const SEASON_OFFSET = OFFSET;

/** Stores records as the copy does. */
export async function fill(store: Store, records: readonly unknown[], offset = OFFSET): Promise<void> {
  const window = { fromAt: 0, toAt: 1000 };
  const fetched = await normalizeAll(records.map(readRecord), offset, window, Date.parse("2026-12-31"));
  await commitWindow(store, [], fetched, null);
}

/** What somebody may ask: a range within a season, a zone, filters, an interval. */
export interface Question {
  from: string;
  to: string;
  timeZone: string;
  interval?: OracleInterval;
  filters: Partial<Record<OracleFilter, string[]>>;
}

/** Values that the records have, by the filter that takes them. */
export type Values = Partial<Record<OracleFilter, readonly string[]>>;

/** What the filters can be asked for: what the slow implementation finds in the records. */
export function valuesOf(oracle: Oracle): Values {
  const all = { from: "2026-01-01", to: "2026-12-31", timeZone: "UTC" };
  const column = (dataset: OracleDataset, key: string) => [
    ...new Set(oracle.dataset(dataset, all).map((row) => String(row[key]))),
  ];
  const tags = oracle.dataset("tags", all).slice(0, 20);
  return {
    channel: column("channels", "channel"),
    queue: column("queues", "queueId"),
    firstQueue: [...column("queues", "queueId"), "Bot"],
    agent: column("agents", "agentId"),
    status: column("final-status", "finalStatus"),
    event: column("disconnecting-events", "disconnectingEvent"),
    outcome: ["answered", "contained", "abandoned", "unanswered", "open"],
    direction: ["Inbound", "Outbound", "Not given"],
    disposition: column("dispositions", "disposition"),
    tag: tags.flatMap(({ name, value }) => [String(name), `${name}:${value}`]),
    intent: column("intents", "intent"),
    tone: column("tones", "tone"),
    missReason: column("missed-reasons", "reason"),
    weekday: ["1", "6", "7"],
    hour: ["0", "1", "2", "9", "23"],
    wait: ["0-5", "10-20", "60-120", "600-"],
  };
}

const day = (season: number, index: number) =>
  new Date(Date.parse(SEASONS[season]?.first ?? "") + index * DAY_MS).toISOString().slice(0, 10);
const clock = (quarter: number) =>
  `${String(Math.floor(quarter / 4)).padStart(2, "0")}:${String((quarter % 4) * 15).padStart(2, "0")}`;

/** Days, or date-times, of one season; ranges that a change of the clocks would empty are not asked for. */
const ranges = fc
  .record({
    season: fc.integer({ min: 0, max: SEASONS.length - 1 }),
    days: fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })),
    times: fc.option(fc.tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 0, max: 95 })), { nil: undefined }),
  })
  .map(({ season, days, times }) => {
    const [first, last] = [Math.min(...days), Math.max(...days)];
    return times
      ? { from: `${day(season, first)}T${clock(times[0])}`, to: `${day(season, last + 1)}T${clock(times[1])}` }
      : { from: day(season, first), to: day(season, last) };
  });

function filtersOf(values: Values): fc.Arbitrary<Question["filters"]> {
  const filter = ([id, choices]: [string, readonly string[]]) => {
    const mark = fc.constantFrom("!", "&", "", "", "");
    const value = fc.tuple(mark, fc.constantFrom(...choices)).map(([sign, text]) => `${sign}${text}`);
    return fc.uniqueArray(value, { minLength: 1, maxLength: 3 }).map((chosen): [string, string[]] => [id, chosen]);
  };
  const known = Object.entries(values).filter(([, choices]) => choices.length > 0);
  return fc
    .subarray(known, { maxLength: 3 })
    .chain((chosen) => fc.tuple(...chosen.map(filter)))
    .map((pairs) => Object.fromEntries(pairs) as Question["filters"]);
}

export function questions(values: Values): fc.Arbitrary<Question> {
  return fc
    .record({
      range: ranges,
      timeZone: fc.constantFrom(...ZONES),
      interval: fc.option(fc.constantFrom(...INTERVALS), { nil: undefined }),
      filters: filtersOf(values),
    })
    .map(({ range, ...rest }) => ({ ...range, ...rest }));
}

/** The query string that asks it. */
export function searchOf({ from, to, interval, filters }: Question): URLSearchParams {
  const search = new URLSearchParams({ from, to, ...(interval && { interval }) });
  for (const [id, values] of Object.entries(filters)) {
    for (const value of values) {
      search.append(id, value);
    }
  }
  return search;
}
