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

const FAMILIES = ["destinations", "agentSegments", "missedAssignments", "conversationTags"] as const;

/** Gives a queue and an agent each such name (shared names would carry ids), and the forty newest conversations such customers, intents, tags, dispositions. */
export async function makeNamesWild(db: Kysely<Database>): Promise<void> {
  await rename(db, "queue");
  const newest = await db
    .selectFrom("conversations")
    .select(["conversationId", "startedAt"])
    .orderBy("startedAt", "desc")
    .orderBy("conversationId", "desc")
    .limit(40)
    .execute();
  for (const [index, { conversationId, startedAt }] of newest.entries()) {
    await makeWild(db, conversationId, startedAt, index);
  }
  await rename(db, "agent");
}

async function rename(db: Kysely<Database>, kind: "queue" | "agent"): Promise<void> {
  const named = db.selectFrom("names").select("id").where("kind", "=", kind).orderBy("id").limit(WILD.length);
  for (const [index, { id }] of (await named.execute()).entries()) {
    await db
      .updateTable("names")
      .set({ name: wild(index) })
      .where("kind", "=", kind)
      .where("id", "=", id)
      .execute();
  }
}

async function makeWild(db: Kysely<Database>, conversationId: string, startedAt: number, index: number): Promise<void> {
  const row = await db
    .updateTable("conversations")
    .set({ customerName: wild(index), lastIntent: wild(index + 1) })
    .where("conversationId", "=", conversationId)
    .returningAll()
    .executeTakeFirstOrThrow();
  const of = { conversationId, startedAt, ...factsOf(row) };
  for (const family of FAMILIES) {
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
