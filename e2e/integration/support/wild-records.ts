import fc from "fast-check";
import { conversation, queueEntry } from "@/lib/sync/normalize/test-records";

/** Texts made of what addresses, filters and tags are written with, beside texts that nobody would think of. */
const letters = fc.string({
  unit: fc.constantFrom(
    "!",
    "&",
    "\\",
    ":",
    "/",
    ",",
    "%",
    "+",
    " ",
    "=",
    "a",
    "B",
    "é",
    "e\u0301",
    "😀",
    "دع",
    "\n",
    "\u200b",
  ),
  minLength: 1,
  maxLength: 8,
});
const FIXED = [
  "!urgent",
  "&urgent",
  "urgent",
  "\\!urgent",
  "\\\\urgent",
  "!!",
  "&!",
  "order",
  "order:id",
  "id:5",
  "5",
  "user/order",
  "session/order",
  "session/order:id",
  "a,b",
  "Café",
  "Cafe\u0301",
  "😀".repeat(225),
  "x".repeat(450),
  `!${"y:/\\".repeat(112)}z`,
];

const wildTexts = fc
  .tuple(fc.array(letters, { minLength: 30, maxLength: 30 }))
  .map(([texts]) => [...new Set([...FIXED, ...texts].map((text) => text.trim()))].filter((text) => text !== ""));

/** So many records in which every name and every value that a filter can have is one of those. */
export function wildRecords(seed: number, size: number): unknown[] {
  const [pool = []] = fc.sample(wildTexts, { seed, numRuns: 1 });
  const pick = fc.constantFrom(...pool);
  const tags = fc.array(fc.record({ name: pick, value: fc.oneof(pick, fc.constant("")) }), { maxLength: 3 });
  const agentOf = (agentId: string) => ({ agentId, name: agentId, assignedAt: "2025-10-01T10:00:05" });
  const entry = fc
    .record({ queue: pick, agent: pick, missed: pick, reason: pick, isAnswered: fc.boolean() })
    .map((one) =>
      queueEntry(one.queue, {
        queueName: one.queue,
        ...(one.isAnswered && {
          respondingAgent: { ...agentOf(one.agent), status: "Answered", acceptedTime: "2025-10-01T10:00:10" },
        }),
        nonRespondingAgents: [
          { ...agentOf(one.missed), assignedAt: "2025-10-01T10:00:02", nonResponseEvent: one.reason },
        ],
      }),
    );
  const record = fc.record({
    channel: pick,
    finalStatus: pick,
    disconnectingEvent: pick,
    customerinfo: fc.record({ Direction: fc.oneof(pick, fc.constantFrom("Inbound", "Outbound")) }),
    dispositions: fc.array(pick, { maxLength: 3 }),
    sessionleveltags: tags,
    userleveltags: tags,
    destinations: fc.array(entry, { maxLength: 2 }),
    metaInfo: fc.record({
      agentTransferConfig: fc.record({
        lastIntentName: pick,
        dialog_tone: fc.array(fc.record({ tone_name: pick, level: fc.integer({ min: -3, max: 3 }) }), { maxLength: 2 }),
      }),
    }),
  });
  return fc
    .sample(record, { seed, numRuns: size })
    .map((fields, index) => conversation(`wild-${String(index).padStart(3, "0")}`, fields));
}
