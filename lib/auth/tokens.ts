import { defaultKeyHasher } from "@better-auth/api-key";
import type { Kysely } from "kysely";
import { CallboardError } from "@/lib/shared/errors";
import { DAY_SECONDS, isoOf, isoOrNull, MINUTE_MS } from "@/lib/shared/instants";
import { type NewToken, TOKEN_PREFIX, type TokenItem } from "@/lib/shared/tokens";
import type { Database } from "@/lib/store/schema/schema";
import type { TokenRow } from "@/lib/store/schema/schema-people";
import type { Auth } from "./auth";
import { isBanned } from "./people";
import { type Session, sessionOf } from "./session";

const USE_NOTED_EVERY_MS = MINUTE_MS;

/** The tokens of a person, newest first. */
export async function listTokens(db: Kysely<Database>, personId: string): Promise<TokenItem[]> {
  const rows = await db
    .selectFrom("apikey")
    .select(["id", "name", "start", "createdAt", "expiresAt", "lastRequest"])
    .where("referenceId", "=", personId)
    .orderBy("createdAt", "desc")
    .execute();
  return rows.map(({ id, name, start, createdAt, expiresAt, lastRequest }) => ({
    id,
    name: name ?? "",
    start: start ?? TOKEN_PREFIX,
    createdAt: isoOf(createdAt),
    expiresAt: isoOrNull(expiresAt),
    lastUsedAt: isoOrNull(lastRequest),
  }));
}

/** Makes a token for a person. @returns the token, which is kept nowhere but as its hash. */
export async function makeToken(auth: Auth, personId: string, { name, expiresInDays }: NewToken): Promise<string> {
  const expiresIn = expiresInDays === undefined ? null : expiresInDays * DAY_SECONDS;
  return (await auth.api.createApiKey({ body: { name, expiresIn, userId: personId } })).key;
}

/** Revokes a token of a person at once. @throws CallboardError `not_found` also where it is somebody else's. */
export async function revokeToken(db: Kysely<Database>, personId: string, id: string): Promise<void> {
  const own = await db
    .deleteFrom("apikey")
    .where("id", "=", id)
    .where("referenceId", "=", personId)
    .returning("id")
    .execute();
  if (own.length === 0) {
    throw new CallboardError("not_found", "You have no token with this id.");
  }
}

/**
 * The session that a request's token stands for: its owner's, with the role that the owner has now. Null where no header
 * holds a token of ours. Read here and not by the plugin's own check, which writes to the row at every request: two
 * requests at once would refuse each other on DuckDB.
 * @throws CallboardError `unauthenticated`, naming the header.
 */
export async function readTokenSession(db: Kysely<Database>, headers: Headers, now: number): Promise<Session | null> {
  const sent = tokenIn(headers);
  if (!sent) {
    return null;
  }
  const refuse = (why: string): never => {
    throw new CallboardError("unauthenticated", `The token in the “${sent.header}” header ${why}.`);
  };
  const row = await db
    .selectFrom("apikey")
    .select(["id", "referenceId", "expiresAt", "lastRequest"])
    .where("key", "=", await defaultKeyHasher(sent.token))
    .executeTakeFirst();
  if (!row) {
    return refuse("is mistyped, or was revoked");
  }
  if (row.expiresAt !== null && new Date(row.expiresAt).getTime() <= now) {
    return refuse("has expired");
  }
  const owner = await db.selectFrom("user").selectAll().where("id", "=", row.referenceId).executeTakeFirst();
  const session = owner && !isBanned(owner, now) ? sessionOf(owner, "token") : null;
  if (!session) {
    return refuse("belongs to an account that may not use Callboard");
  }
  await noteUse(db, row, now);
  return session;
}

function tokenIn(headers: Headers): { header: string; token: string } | null {
  const bearer = /^Bearer +(.*)$/i.exec(headers.get("authorization") ?? "")?.[1];
  const sent = [
    { header: "Authorization", token: bearer?.trim() ?? "" },
    { header: "x-api-key", token: headers.get("x-api-key")?.trim() ?? "" },
  ];
  return sent.find(({ token }) => token.startsWith(TOKEN_PREFIX)) ?? null;
}

/** Not worth a request's failure: where two requests write at once, one of them has noted it. */
async function noteUse(db: Kysely<Database>, row: Pick<TokenRow, "id" | "lastRequest">, now: number): Promise<void> {
  if (row.lastRequest === null || now - new Date(row.lastRequest).getTime() >= USE_NOTED_EVERY_MS) {
    const update = db
      .updateTable("apikey")
      .set({ lastRequest: isoOf(now) })
      .where("id", "=", row.id);
    await update.execute().catch(() => {});
  }
}
