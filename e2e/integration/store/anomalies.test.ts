import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordsOf } from "@/lib/metrics/catalogue";
import { runDataset } from "@/lib/metrics/run";
import { drillDown } from "@/lib/shared/drill-down";
import { DAY_MS } from "@/lib/shared/instants";
import { parseMetricQuery } from "@/lib/shared/query";
import { countRecords } from "@/lib/store/conversations/conversation-list";
import { replaceWindows } from "@/lib/store/sync/ledger";
import { ledgerRow } from "@/lib/sync/plan/test-ledger";
import { createOracle } from "../../oracle/oracle";
import { recordsBetween } from "../../simulator/centre";
import { EVERYTHING } from "../support/copy";
import { useStore } from "../support/engines";
import { expectRows } from "../support/equal-rows";
import { fill, type Question, searchOf, valuesOf } from "../support/seasons";

const OFFSET = 300;
const CENTRE = { seed: 31, conversationsPerDay: 120, homeZone: "America/New_York" };
/** Ten weeks, in which New York's clocks change once (1 November); the last day of it is not over. */
const [FIRST, THROUGH] = [Date.parse("2026-09-14T00:00:00Z"), Date.parse("2026-11-22T17:42:51Z")];
const ZONES = ["America/New_York", "Asia/Kolkata", "UTC"] as const;

interface Agent {
  agentId: string;
  assignedAt?: string;
  acceptedTime?: string;
}
interface Raw {
  sessionStartTime: string;
  finalStatus?: string;
  destinations?: { queueName?: string; EnterTime?: string; respondingAgent?: Agent; nonRespondingAgents?: Agent[] }[];
}

const earlier = (time: string, seconds: number) =>
  new Date(Date.parse(`${time}Z`) - seconds * 1000).toISOString().slice(0, 19);

/** Six agents in place of many, so that each has enough to be judged by. */
const few = <T extends Agent>(agent: T): T => ({
  ...agent,
  agentId: `u-${Number.parseInt(agent.agentId.at(-1) ?? "", 16) % 6}`,
});

/** In the last week one agent lets it ring two minutes longer, and one answers at once. */
const RINGING: Record<string, (agent?: Agent) => Partial<Agent>> = {
  "u-2": (agent) => (agent?.assignedAt ? { assignedAt: earlier(agent.assignedAt, 120) } : {}),
  "u-3": (agent) => (agent?.acceptedTime ? { assignedAt: agent.acceptedTime } : {}),
};

/**
 * A centre of six agents, in whose last week two queues wait five minutes longer, two not at all, and two agents are not
 * as they were.
 */
function withLastWeek(record: Raw): Raw {
  const isLastWeek = record.sessionStartTime >= "2026-11-15";
  const destinations = record.destinations?.map((one) => {
    const { queueName = "", EnterTime, respondingAgent, nonRespondingAgents } = one;
    const agent = respondingAgent && few(respondingAgent);
    const ringing = isLastWeek ? RINGING[agent?.agentId ?? ""]?.(agent) : undefined;
    const isQuick = isLastWeek && /Sales/.test(queueName) && agent?.acceptedTime;
    const delay = isLastWeek && /Billing|Default/.test(queueName) ? 300 : 0;
    return {
      ...one,
      ...(EnterTime && { EnterTime: isQuick ? agent.acceptedTime : earlier(EnterTime, delay) }),
      ...(agent && { respondingAgent: { ...agent, ...ringing } }),
      ...(nonRespondingAgents && { nonRespondingAgents: nonRespondingAgents.map(few) }),
    };
  });
  return { ...record, ...(destinations && { destinations }) };
}

/** The bot contains half of what it did. */
const isLost = ({ sessionStartTime, finalStatus }: Raw, index: number) =>
  sessionStartTime >= "2026-11-15" && finalStatus === "BotResolved" && index % 2 === 0;

const records = recordsBetween(CENTRE, FIRST, THROUGH, THROUGH, OFFSET)
  .map((record) => withLastWeek(record as Raw))
  .filter((record, index) => !isLost(record, index));
const oracle = createOracle(records, OFFSET);

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);
const ranges = fc
  .tuple(fc.integer({ min: 0, max: 30 }), fc.constantFrom(1, 2, 5, 7, 7, 7, 9), fc.boolean())
  .map(([back, days, isHours]) => {
    const [from, to] = [
      isoDay(THROUGH - (back % 9) * DAY_MS - (days - 1) * DAY_MS),
      isoDay(THROUGH - (back % 9) * DAY_MS),
    ];
    return isHours && days < 3 ? { from: `${from}T09:15`, to: `${to}T16:30` } : { from, to };
  });
const filters = fc
  .subarray(Object.entries(valuesOf(oracle)), { maxLength: 1 })
  .chain((kinds) => fc.tuple(...kinds.map(([id, values]) => fc.tuple(fc.constant(id), fc.constantFrom(...values)))))
  .chain((pairs) => fc.boolean().map((isOut) => pairs.map(([id, value]) => [id, [isOut ? `!${value}` : value]])))
  .map((pairs) => Object.fromEntries(pairs) as Question["filters"]);
const questions = fc.record({ range: ranges, timeZone: fc.constantFrom(...ZONES), filters });

/** All that there is, and with a gap five weeks and a half ago. */
const GAP: [number, number] = [Date.parse("2026-10-14T06:00:00Z"), Date.parse("2026-10-14T09:00:00Z")];
const WHOLE: [number, number][] = [[FIRST, THROUGH]];
const BROKEN: [number, number][] = [
  [FIRST, GAP[0]],
  [GAP[1], THROUGH],
];

describe.each(["DuckDB", "PostgreSQL"] as const)("what stands out, on %s", (name) => {
  const store = useStore(name, (empty) => fill(empty, records));

  async function copied(pieces: [number, number][]): Promise<void> {
    const rows = pieces.map(([fromAt, toAt]) => ledgerRow({ fromAt, toAt }, toAt));
    await replaceWindows(store().db, { fromAt: 0, toAt: THROUGH + DAY_MS }, rows);
  }
  const ask = (question: Question) => {
    const query = parseMetricQuery(searchOf(question), { timeZone: question.timeZone, now: THROUGH });
    return runDataset(store().db, EVERYTHING, "anomalies", query);
  };

  it.each([
    ["the whole history is copied", WHOLE],
    ["a week of it has a gap", BROKEN],
  ])("is what the slow implementation finds, in its order, where %s", async (_, pieces) => {
    await copied(pieces);
    const severities = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(questions, async ({ range, timeZone, filters: chosen }) => {
        const question = { ...range, timeZone, filters: chosen };
        const { rows } = await ask(question);
        expectRows(rows, oracle.dataset("anomalies", { ...question, copied: pieces }), JSON.stringify(question));
        for (const { severity, kind } of rows) {
          severities.add(severity).add(kind);
        }
      }),
      { seed: 5, numRuns: 14, endOnFailure: true },
    );
    expect([...severities].sort()).toEqual(["agent", "better", "bot", "floor", "much worse", "queue", "worse"]);
  });

  it("counts its spans: a gap costs one, and with two earlier ones nothing is unusual", async () => {
    const week = { from: "2026-11-16", to: "2026-11-22", timeZone: "UTC", filters: {} };
    await copied(WHOLE);
    const cut = { from: "2026-11-16", to: "2026-11-22T17:42", spansNeeded: 3, weeksApart: 1 };
    expect((await ask(week)).usual).toEqual({ ...cut, spans: 8 });
    await copied(BROKEN);
    expect((await ask(week)).usual).toEqual({ ...cut, spans: 7 });
    await copied([[Date.parse("2026-11-02T00:00:00Z"), THROUGH]]);
    expect(await ask(week)).toMatchObject({ rows: [], usual: { spans: 2 } });
    await copied([]);
    expect(await ask(week)).toMatchObject({ rows: [], usual: { from: week.from, to: week.to, spans: 0 } });
  });

  it("says nothing of a range that lacks a part itself", async () => {
    await copied([
      [FIRST, Date.parse("2026-11-18T00:00:00Z")],
      [Date.parse("2026-11-18T01:00:00Z"), THROUGH],
    ]);
    expect(await ask({ from: "2026-11-16", to: "2026-11-22", timeZone: "UTC", filters: {} })).toMatchObject({
      rows: [],
      usual: { spans: 0 },
    });
  });

  it("leads from each row to exactly the records that it is over", async () => {
    await copied(WHOLE);
    const asked = { from: "2026-11-16", to: "2026-11-22", timeZone: "America/New_York", filters: {} };
    const { rows } = await ask(asked);
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const target = drillDown("anomalies", row, asked);
      const query = parseMetricQuery(
        searchOf({ ...target, filters: target.filters as Question["filters"], timeZone: asked.timeZone }),
        {
          timeZone: asked.timeZone,
          now: THROUGH,
        },
      );
      const below = row.metric === "responseRate" ? ["segmentsAnswered", "missed"] : [String(row.metric)];
      const counts = await Promise.all(below.map((id) => countRecords(store().db, EVERYTHING, query, recordsOf(id))));
      expect(
        counts.reduce((sum, count) => sum + count, 0),
        JSON.stringify(row),
      ).toBe(row.records);
    }
  });
});
