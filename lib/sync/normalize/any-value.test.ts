import fc from "fast-check";
import { describe, expect, it } from "vitest";
import sample from "@/e2e/simulator/fixtures/sample-response.json";
import { readRecord } from "@/lib/kore/client";
import type { ConversationRows } from "@/lib/store/schema/schema";
import { normalize } from "./normalize";
import type { Fields } from "./test-records";

const READING = { timeZoneOffset: -330, readAt: Date.parse("2026-11-30T00:00:00Z") };
const SCORES = { csatScore: 4, npsScore: 9, likeDislikeScore: 1 };
const DIRECT = { destinationType: "AgentSegment", agentId: "u-9", acceptedTime: "2025-10-01T10:00:10" };
const MISSED = [{ agentId: "u-8", name: "Eve", assignedAt: "2025-10-01T10:00:05", agentNotes: "text" }];
/** The sample's records, and the fullest of them with all that later editions add. */
const RECORDS: Fields[] = [
  ...sample.data,
  ...sample.data
    .filter(({ destinations }) => destinations && destinations.length > 0)
    .map((row) => ({
      ...row,
      ...SCORES,
      userleveltags: [{ name: "order", value: "5" }],
      destinations: [
        ...(row.destinations ?? []).map((destination) => ({ ...destination, nonRespondingAgents: MISSED })),
        DIRECT,
      ],
    })),
];

type Path = readonly string[];

/** The paths of all parts of a record. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  const own = path.length > 0 ? [path] : [];
  return typeof value === "object" && value !== null
    ? [...own, ...Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]))]
    : own;
}

function withPart(value: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) {
    return part;
  }
  const replaced = withPart((value as Fields)[key], rest, part);
  return Array.isArray(value)
    ? value.map((item, index) => (String(index) === key ? replaced : item))
    : { ...(value as Fields), [key]: replaced };
}

function rowsOf(record: unknown): ConversationRows | { reason: string } {
  const read = readRecord(record);
  return "reason" in read ? read : normalize(read, READING);
}

/** Numbers that come of a record, each with the parts of the record that it is made of. */
function numbersOf({ conversations, destinations, agentSegments, missedAssignments, ...others }: ConversationRows) {
  const [conversation] = conversations;
  const within = (position: number, ...fields: string[]) =>
    ["destinationType", ...fields].flatMap((field) => [
      ["destinations", String(position), field],
      ["destinations", String(position), "respondingAgent", field],
    ]);
  const seconds = [
    ...destinations.flatMap(({ position, waitSeconds, callbackWaitSeconds }) => [
      { value: waitSeconds, of: within(position, "EnterTime", "acceptedTime") },
      { value: callbackWaitSeconds, of: within(position, "CallbackOptedTime", "userCallbackAcceptTime") },
    ]),
    ...agentSegments.flatMap((segment) => [
      { value: segment.pickupSeconds, of: within(segment.position, "assignedAt", "acceptedTime") },
      { value: segment.interactionSeconds, of: within(segment.position, "interactionDuration") },
      { value: segment.afterCallWorkSeconds, of: within(segment.position, "afterCallWorkDuration") },
      { value: segment.firstResponseSeconds, of: within(segment.position, "firstResponseDuration") },
      {
        value: segment.handleSeconds,
        of: within(segment.position, "interactionDuration", "afterCallWorkDuration"),
      },
    ]),
  ];
  return [
    ...seconds,
    { value: conversation?.startedAt, of: [["sessionStartTime"]] },
    { value: conversation?.durationSeconds, of: [["sessionStartTime"], ["sessionEndTime"]] },
    { value: conversation?.csatScore, of: [["csatScore"]] },
    { value: conversation?.npsScore, of: [["npsScore"]] },
    { value: conversation?.likeScore, of: [["likeDislikeScore"]] },
    { value: destinations.length, of: [["destinations"]] },
    {
      value: missedAssignments.length,
      of: destinations.flatMap(({ position }) => [
        ["destinations", String(position), "nonRespondingAgents"],
        ...within(position, "agentId", "name", "assignedAt"),
      ]),
    },
    {
      value: agentSegments.filter(({ isAnswered }) => isAnswered).length,
      of: destinations.flatMap(({ position }) => within(position, "acceptedTime", "status")),
    },
    { value: others.conversationTags.length, of: [["userleveltags"], ["sessionleveltags"]] },
    { value: others.conversationDispositions.length, of: [["dispositions"]] },
    { value: others.conversationTones.length, of: [["metaInfo"]] },
  ];
}

const isWithin = (one: Path, other: Path) => other.every((key, index) => one[index] === key);
/** A replaced part of the destinations may be one of them less, and moves those behind it. */
const isOfPlace = (path: Path, part: Path) =>
  path[0] === "destinations" && path.length <= 2 && part[0] === "destinations";

const ODD_VALUES = fc.constantFrom<unknown>(
  ...[null, "", " ", "-", "0001-01-01T00:00:00", "9999-12-31T23:59:59Z", "00:01:20", "80,5", true, 0, -1, 1e300],
  ...[
    [],
    {},
    [[]],
    [null],
    "[]",
    "{}",
    "[{]",
    { value: 1 },
    { $date: "soon" },
    "\u0000",
    "\u200b",
    "\ud800",
    "x".repeat(501),
  ],
);

describe("any value in place of any one field of a record", () => {
  const places = RECORDS.flatMap((record) => {
    const rows = rowsOf(record);
    const before = "reason" in rows ? [] : numbersOf(rows);
    return pathsOf(record).map((path) => ({ record, before, path }));
  });
  const replaced = fc.record({ place: fc.constantFrom(...places), value: fc.oneof(fc.jsonValue(), ODD_VALUES) });

  it("neither throws nor loses the conversation, unless no id is left, and changes no other field's number", () => {
    fc.assert(
      fc.property(replaced, ({ place: { record, before, path }, value }) => {
        const after = rowsOf(withPart(record, path, value));
        expect(before).not.toEqual([]);
        if ("reason" in after) {
          // Only what has one id can lose it.
          expect([path, after.reason, record.conversationId]).toEqual([
            ["sessionId"],
            "record: has neither conversationId nor sessionId",
            undefined,
          ]);
          return;
        }
        expect(after.conversations).toHaveLength(1);
        const numbersAfter = new Map(numbersOf(after).map(({ value: number, of }) => [String(of), number]));
        const changed = before.filter(
          ({ value: number, of }) =>
            numbersAfter.get(String(of)) !== number &&
            (of.length > 0 || path[0] !== "destinations") &&
            !of.some((part) => isWithin(part, path) || isWithin(path, part) || isOfPlace(path, part)),
        );
        expect(changed).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
