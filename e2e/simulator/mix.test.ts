import { describe, expect, test } from "vitest";
import { recordsBetween } from "./centre";
import type { VendorDestination, VendorRecord } from "./record";

const from = Date.parse("2026-03-09T00:00:00Z");
const to = from + 7 * 86_400_000;
const settings = { seed: 11, conversationsPerDay: 1500, homeZone: "Asia/Kolkata" };
const rows = recordsBetween(settings, from, to, to + 30 * 86_400_000, 0);
const visits = rows.flatMap(({ destinations = [] }) => destinations);

const acceptedOf = (visit: VendorDestination) => visit.respondingAgent?.acceptedTime ?? visit.acceptedTime;
const share = (is: (row: VendorRecord) => boolean) => rows.filter(is).length / rows.length;
const seconds = (a: string, b: string) => (Date.parse(`${b}Z`) - Date.parse(`${a}Z`)) / 1000;

describe("a believable mix", () => {
  test("the bot contains a third, agents answer half, a few abandon", () => {
    const isAnswered = ({ destinations = [] }: VendorRecord) => destinations.some((visit) => acceptedOf(visit));
    expect(share((row) => row.finalStatus === "BotResolved")).toBeCloseTo(0.37, 1);
    expect(share(isAnswered)).toBeCloseTo(0.55, 1);
    const abandoned = share((row) => row.finalStatus === "USER ABANDONED");
    expect(abandoned).toBeGreaterThan(0.03);
    expect(abandoned).toBeLessThan(0.12);
  });

  test("the longer customers have waited, the larger the part that gives up", () => {
    const waits: { seconds: number; isAbandoned: boolean }[] = [];
    for (const { channel, destinations = [], sessionEndTime } of rows) {
      const [only] = destinations;
      if (channel !== "Voice" || destinations.length !== 1 || only?.EnterTime === undefined || only.CallbackOpted)
        continue;
      const accepted = acceptedOf(only);
      if (accepted) waits.push({ seconds: seconds(only.EnterTime, accepted), isAbandoned: false });
      else if (sessionEndTime) waits.push({ seconds: seconds(only.EnterTime, sessionEndTime), isAbandoned: true });
    }
    const shares = [
      [0, 30],
      [30, 120],
      [120, 2400],
    ].map(([low = 0, high = 0]) => {
      const within = waits.filter((wait) => wait.seconds >= low && wait.seconds < high);
      return within.filter((wait) => wait.isAbandoned).length / within.length;
    });
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect((shares[2] ?? 0) - (shares[0] ?? 1)).toBeGreaterThan(0.2);
  });

  test("a bot-only record has an organisation and none of the parts of a conversation", () => {
    for (const row of rows) {
      const isBotOnly = row.conversationId === undefined;
      for (const part of ["destinations", "dispositions", "metaInfo"])
        expect(Object.hasOwn(row, part)).toBe(!isBotOnly);
      expect(Object.hasOwn(row, "orgId")).toBe(isBotOnly);
    }
  });

  test("ids have the vendor's forms", () => {
    const hex = "[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    for (const row of rows.slice(-500)) {
      expect(row.conversationId).toMatch(new RegExp(`^c-[0-9a-f]{7}-${hex}$`));
      expect(row.userId).toMatch(new RegExp(`^u-[0-9a-f]{8}-${hex}$`));
    }
    for (const { queueId } of visits) if (queueId) expect(queueId).toMatch(new RegExp(`^qu-[0-9a-f]{7}-${hex}$`));
  });
});

const traps: Record<string, (row: VendorRecord) => boolean> = {
  "CLOSED with DROP-OFF and no responder": ({ finalStatus, dispositions, destinations = [] }) =>
    finalStatus === "CLOSED" && dispositions?.[0] === "DROP-OFF" && !destinations.some(acceptedOf),
  "USER ABANDONED after an answer": ({ finalStatus, destinations = [] }) =>
    finalStatus === "USER ABANDONED" && destinations.some((visit) => acceptedOf(visit)),
  "USER ABANDONED without a destination": (row) =>
    row.finalStatus === "USER ABANDONED" && row.destinations?.length === 0,
  "an unknown status": (row) => row.finalStatus === "TERMINATED",
  "an empty disconnecting event": (row) => row.disconnectingEvent === "",
  "an absent disconnecting event": (row) => row.disconnectingEvent === undefined,
  "an outbound call": (row) => row.customerinfo?.Direction === "Outbound" && !row.destinations?.[0]?.EnterTime,
  "a channel with a trailing space": (row) => row.channel === "Voice ",
  "a formula in a text": (row) => /":?\["?=|"=SUM\(A1\)"/.test(JSON.stringify(row)),
  "three destinations": (row) => row.destinations?.length === 3,
  "a survey": (row) => row.csatScore !== undefined,
  "a session that ends at its acceptance": ({ sessionEndTime, destinations = [] }) =>
    destinations.some((visit) => acceptedOf(visit) === sessionEndTime),
  "a session that ends before the interaction": ({ sessionEndTime = "", destinations = [] }) =>
    (destinations.at(-1)?.respondingAgent?.interactionEndTime ?? "") > sessionEndTime,
};

const visitTraps: Record<string, (visit: VendorDestination) => boolean> = {
  "an agent's fields on the destination itself": (visit) => visit.acceptedTime !== undefined && !visit.queueId,
  "a direct segment with a responding agent": (visit) =>
    visit.destinationType === "AgentSegment" && !!visit.respondingAgent,
  "a queue without a name": (visit) => visit.queueId !== undefined && visit.queueName === undefined,
  "a callback in words": (visit) => visit.CallbackOpted === "True",
  "a callback not accepted": (visit) => visit.CallbackOpted === true && !visit.userCallbackAcceptTime,
  "no after-call work": (visit) => visit.respondingAgent?.afterCallWorkDuration === undefined,
  "an Ignored assignment": (visit) => !!visit.nonRespondingAgents?.some((each) => each.nonResponseEvent === "Ignored"),
  "a Supervisor Reassigned assignment": (visit) =>
    !!visit.nonRespondingAgents?.some((each) => each.nonResponseEvent === "Supervisor Reassigned"),
  "an assignment without an event": (visit) => !!visit.nonRespondingAgents?.some((each) => !each.nonResponseEvent),
  "an assignment listed twice": ({ nonRespondingAgents: all = [] }) =>
    new Set(all.map((each) => each.agentId + each.assignedAt)).size < all.length,
  "the responder among those who did not respond": ({ respondingAgent, nonRespondingAgents: all = [] }) =>
    all.some((each) => each.agentId === respondingAgent?.agentId && each.assignedAt === respondingAgent.assignedAt),
};

describe("a week has every trap of the vendor's data", () => {
  test.each(Object.entries(traps))("%s", (_, is) => {
    expect(rows.filter(is).length).toBeGreaterThan(0);
  });

  test.each(Object.entries(visitTraps))("%s", (_, is) => {
    expect(visits.filter(is).length).toBeGreaterThan(0);
  });

  test("a session with several conversations", () => {
    const sessions = rows.filter((row) => row.conversationId).map((row) => row.sessionId);
    expect(new Set(sessions).size).toBeLessThan(sessions.length);
  });
});
