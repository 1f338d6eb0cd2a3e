import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Check } from "@/lib/shared/contract";
import { DAY_MS, isoOf } from "@/lib/shared/instants";
import { NOT_GIVEN } from "@/lib/shared/outcomes";
import type { Database } from "@/lib/store/schema/schema";
import { countErased } from "./absent";
import { countUnreadByField } from "./incomplete";
import { readSelectionEvidence, type SelectionEvidence, selectedBy } from "./selection-evidence";

/** Values that the vendor's page and samples show (FACTS, "The record"): never a closed list, only worth a look. */
const KNOWN_STATUSES = [
  "CLOSED",
  "BotResolved",
  "USER ABANDONED",
  "Dropped",
  "TRANSIENT_OPEN",
  "TERMINATED",
  "TRANSIENT_DROPOFF",
  "TRANSIENT_CLOSED",
  NOT_GIVEN,
];
const KNOWN_EVENTS = ["User Hangup", "Agent Hangup", "Bot Hangup", "System Hangup", "Agent Closed", NOT_GIVEN];
const KNOWN_CHANNELS = ["Voice", "Web/Mobile Client", "System Mail", "rtm", "voice", "email", NOT_GIVEN];
const KNOWN_DESTINATIONS = ["QueueEntry", "AgentSegment", NOT_GIVEN];
const QUARTER_HOUR_SECONDS = 900;

type Counts = Record<string, number>;

/** What the stored data shows of the source's own oddities. */
export async function readChecks(db: Kysely<Database>): Promise<Check[]> {
  const [evidence, erased, counts] = await Promise.all([readSelectionEvidence(db), countErased(db), readCounts(db)]);
  const { conversations, destinations, windows } = counts;
  const total = at(conversations, "total");
  return [
    sessionIds(conversations),
    backwardTimes([conversations, destinations, counts.segments]),
    differingTotals(windows),
    rowsSeenTwice(windows),
    selection(evidence),
    erasedRecords(total, erased),
    unknownValues("final-status", "Unknown final statuses", conversations, "statuses"),
    unknownValues("disconnecting-event", "Unknown disconnecting events", conversations, "events"),
    unknownValues("channel", "Unknown channels", conversations, "channels"),
    unknownValues("destination-type", "Unknown destination types", destinations, "types"),
    ...(await readUnreadChecks(db, total)),
  ];
}

async function readCounts(db: Kysely<Database>) {
  const [conversations, destinations, segments, windows] = await Promise.all([
    countsOf(
      db,
      sql`select count(*) as total, count(session_skew_seconds) as with_id,
        count(*) filter (where abs(session_skew_seconds) >= ${QUARTER_HOUR_SECONDS}) as skewed,
        count(*) filter (where duration_seconds < 0) as backwards,
        count(*) filter (where final_status not in (${sql.join(KNOWN_STATUSES)})) as statuses,
        count(*) filter (where disconnecting_event not in (${sql.join(KNOWN_EVENTS)})) as events,
        count(*) filter (where channel not in (${sql.join(KNOWN_CHANNELS)})) as channels from conversations`,
    ),
    countsOf(
      db,
      sql`select count(*) as total, count(*) filter (where wait_seconds < 0 or callback_wait_seconds < 0) as backwards,
        count(*) filter (where destination_type not in (${sql.join(KNOWN_DESTINATIONS)})) as types from destinations`,
    ),
    countsOf(
      db,
      sql`select count(*) as total, count(*) filter (where pickup_seconds < 0 or interaction_seconds < 0
        or after_call_work_seconds < 0 or first_response_seconds < 0) as backwards from agent_segments`,
    ),
    countsOf(
      db,
      sql`select count(*) filter (where num_results is not null) as total,
        count(*) filter (where num_results is not null and num_results <> rows and num_results > 100) as differing,
        coalesce(sum(rows), 0) as rows, coalesce(sum(known_rows), 0) as known from sync_windows`,
    ),
  ]);
  return { conversations, destinations, segments, windows };
}

function sessionIds(conversations: Counts): Check {
  const [checked, odd] = [at(conversations, "withId"), at(conversations, "skewed")];
  return {
    id: "session-ids",
    label: "Session ids against start times",
    words:
      "A steady difference of a quarter of an hour or more means that times are read in the wrong zone: check KORE_TIME_ZONE_OFFSET.",
    checked,
    odd,
    isAlarming: checked > 0 && odd / checked > 0.5,
  };
}

function backwardTimes(families: readonly Counts[]): Check {
  return {
    id: "backwards",
    label: "Times that run backwards",
    words: "Such durations count as missing; they are the source’s own.",
    checked: families.reduce((sum, counts) => sum + at(counts, "total"), 0),
    odd: families.reduce((sum, counts) => sum + at(counts, "backwards"), 0),
    isAlarming: false,
  };
}

function differingTotals(windows: Counts): Check {
  return {
    id: "num-results",
    label: "numResults against what came",
    words: "Windows whose announced total differs from their rows. It is a hint, and nothing rests on it.",
    checked: at(windows, "total"),
    odd: at(windows, "differing"),
    isAlarming: false,
  };
}

function rowsSeenTwice(windows: Counts): Check {
  return {
    id: "seen-twice",
    label: "Rows seen in two windows",
    words: "Windows overlap by a second and are read again: rows that were known already and kept once.",
    checked: at(windows, "rows"),
    odd: at(windows, "known"),
    isAlarming: false,
  };
}

function selection(evidence: SelectionEvidence): Check {
  return {
    id: "selection",
    label: "By which time the source selects",
    words: wordsOfSelection(evidence),
    checked: evidence.seen + evidence.against,
    odd: evidence.against,
    isAlarming: selectedBy(evidence) === "other",
  };
}

function erasedRecords(stored: number, erased: number): Check {
  return {
    id: "erased",
    label: "Erased at the source",
    words:
      "Conversations that two whole readings of their time, one after the other, no longer held. They are in no number, and back as soon as a reading brings them.",
    checked: stored + erased,
    odd: erased,
    isAlarming: false,
  };
}

/** One check for each field that could not be read somewhere, with the way to those conversations. */
async function readUnreadChecks(db: Kysely<Database>, checked: number): Promise<Check[]> {
  const fields = await countUnreadByField(db);
  return fields.map(({ field, conversations, firstAt, lastAt }) => ({
    id: `unread-${field}`,
    label: `${count(conversations)} ${conversations === 1 ? "record" : "records"}: ${field} of an unknown form`,
    words: "It counts as missing; all else of these records counts. The raw record shows what the source sent.",
    checked,
    odd: conversations,
    isAlarming: false,
    // Whole days in every zone.
    conversations: { from: dayOf(firstAt - DAY_MS), to: dayOf(lastAt + DAY_MS), unread: field },
  }));
}

const dayOf = (instant: number) => isoOf(instant).slice(0, 10);

const count = (value: number) => value.toLocaleString("en-GB");

function wordsOfSelection(evidence: SelectionEvidence): string {
  const [seen, against] = [evidence.seen, evidence.against].map(count);
  switch (selectedBy(evidence)) {
    case "start":
      return `Kore.ai selects conversations by their start: ${seen} show it, ${against} against it. One that is missing from its window was therefore erased.`;
    case "other":
      return `Kore.ai selects conversations by another time than their start: ${against} came that did not start in the time asked for, ${seen} speak for the start. Callboard cannot tell what was erased there, and takes nothing for erased.`;
    case "unknown":
      return `Not known yet: ${seen} conversations speak for the start, ${against} against it. Until it is known, nothing is taken for erased.`;
  }
}

function unknownValues(id: string, label: string, counts: Counts, column: string): Check {
  const words = "Values that the vendor’s page does not name. They are shown as they come; none is lost.";
  return { id, label, words, checked: at(counts, "total"), odd: at(counts, column), isAlarming: false };
}

const at = (counts: Counts, column: string) => counts[column] ?? 0;

async function countsOf(db: Kysely<Database>, query: RawBuilder<unknown>): Promise<Counts> {
  return ((await query.execute(db)).rows[0] ?? {}) as Counts;
}
