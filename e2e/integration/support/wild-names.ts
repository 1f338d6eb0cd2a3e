import type { Kysely } from "kysely";
import type { Database } from "@/lib/store/schema/schema";
import { factsOf } from "@/lib/sync/normalize/normalize";

/** Texts that a spreadsheet would run, a parser stumble over, or an encoding break. */
export const WILD = [
  "=cmd|' /C calc'!A0",
  "+1 (555) 010-9999",
  "-x",
  "@x",
  "\tx",
  "\rx",
  "\nx",
  " =1+1",
  "＝1",
  "＋1",
  "－1",
  "＠x",
  'the "best", they say;',
  "two\r\nlines",
  "😀 👩‍👧",
  "دعم العملاء",
  "\u202Ereversed",
];

const wild = (index: number) => WILD[index % WILD.length] ?? "";

/** Gives a queue and an agent each such name (shared names would carry ids), and the forty newest conversations such customers, intents, tags, dispositions. */
export async function makeNamesWild(db: Kysely<Database>): Promise<void> {
  const queues = await db
    .selectFrom("names")
    .select("id")
    .where("kind", "=", "queue")
    .orderBy("id")
    .limit(WILD.length)
    .execute();
  for (const [index, { id }] of queues.entries()) {
    await db
      .updateTable("names")
      .set({ name: wild(index) })
      .where("kind", "=", "queue")
      .where("id", "=", id)
      .execute();
  }
  const people = await db
    .selectFrom("conversations")
    .select(["conversationId", "startedAt"])
    .orderBy("startedAt", "desc")
    .orderBy("conversationId", "desc")
    .limit(40)
    .execute();
  for (const [index, { conversationId, startedAt }] of people.entries()) {
    const change = { customerName: wild(index), lastIntent: wild(index + 1) };
    const row = await db
      .updateTable("conversations")
      .set(change)
      .where("conversationId", "=", conversationId)
      .returningAll()
      .executeTakeFirstOrThrow();
    const of = { conversationId, startedAt, ...factsOf(row) };
    for (const family of ["destinations", "agentSegments", "missedAssignments", "conversationTags"] as const) {
      await db
        .updateTable(family)
        .set({ lastIntent: of.lastIntent })
        .where("conversationId", "=", conversationId)
        .execute();
    }
    await db
      .insertInto("conversationTags")
      .values({ ...of, level: "session", name: wild(index), value: wild(index + 2) })
      .execute();
    const disposition = { conversationId, startedAt, disposition: wild(index + 3) };
    await db.insertInto("conversationDispositions").values(disposition).execute();
  }
  const agents = await db
    .selectFrom("names")
    .select("id")
    .where("kind", "=", "agent")
    .orderBy("id")
    .limit(WILD.length)
    .execute();
  for (const [index, { id }] of agents.entries()) {
    const isAgent = db
      .updateTable("names")
      .set({ name: wild(index) })
      .where("kind", "=", "agent");
    await isAgent.where("id", "=", id).execute();
  }
}
