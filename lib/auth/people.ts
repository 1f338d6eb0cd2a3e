import type { Kysely } from "kysely";
import { CallboardError, rejectParameter } from "@/lib/shared/errors";
import { isoOf } from "@/lib/shared/instants";
import type { NewPerson, PersonChange, PersonItem } from "@/lib/shared/people";
import { roleSchema } from "@/lib/shared/roles";
import type { Database } from "@/lib/store/schema/schema";
import type { UserRow } from "@/lib/store/schema/schema-people";
import { writeSetting } from "@/lib/store/settings/settings";
import type { Auth } from "./auth";

/** Everybody who may sign in or once could, by name. */
export async function listPeople(db: Kysely<Database>, now: number): Promise<PersonItem[]> {
  const rows = await db.selectFrom("user").selectAll().execute();
  return rows
    .map((row) => itemOf(row, now))
    .sort((a, b) => a.name.localeCompare(b.name, "en") || a.email.localeCompare(b.email, "en"));
}

/** Whether anybody has an account: before that, set-up is open. */
export async function hasPeople(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom("user").select("id").limit(1).execute()).length > 0;
}

/** Adds a person, who can sign in at once. @throws CallboardError `invalid_parameter` where somebody has the address. */
export async function addPerson(
  auth: Auth,
  db: Kysely<Database>,
  { person: { email, ...person }, now }: { person: NewPerson; now: number },
): Promise<PersonItem> {
  const address = email.toLowerCase();
  const known = await db.selectFrom("user").select("id").where("email", "=", address).executeTakeFirst();
  if (known) {
    rejectParameter("email", "“email”: somebody has this address already.");
  }
  const { user } = await auth.api.createUser({ body: { ...person, email: address } });
  return itemOf(await readPerson(db, user.id), now);
}

/**
 * Changes somebody else's role, password, or whether they may sign in; deactivated, or with a new password, they are
 * signed out everywhere. @throws CallboardError `not_found`, and `conflict` where it would be one's own account or leave
 * no active administrator.
 */
export async function changePerson(
  auth: Auth,
  db: Kysely<Database>,
  { id, by, change, now }: { id: string; by: string; change: PersonChange; now: number },
): Promise<PersonItem> {
  const { role, isActive, password } = change;
  const hash = password === undefined ? null : await (await auth.$context).password.hash(password);
  await inTurn(db, now, async (transaction) => {
    await requireOther(transaction, id, by);
    const endsAdministrator = role === "supervisor" || isActive === false;
    if (endsAdministrator) {
      await requireAnotherAdministrator(transaction, id, now);
    }
    const updatedAt = isoOf(now);
    const ban = isActive === undefined ? {} : { banned: isActive ? 0 : 1, banReason: null, banExpires: null };
    await transaction
      .updateTable("user")
      .set({ updatedAt, ...(role && { role }), ...ban })
      .where("id", "=", id)
      .execute();
    if (hash !== null) {
      await setPassword(transaction, id, hash, updatedAt);
    }
    if (isActive === false || hash !== null) {
      await transaction.deleteFrom("session").where("userId", "=", id).execute();
    }
  });
  return itemOf(await readPerson(db, id), now);
}

/** Removes somebody else for good, with their sessions and tokens. @throws CallboardError as {@link changePerson}. */
export async function removePerson(
  db: Kysely<Database>,
  { id, by, now }: { id: string; by: string; now: number },
): Promise<void> {
  await inTurn(db, now, async (transaction) => {
    await requireOther(transaction, id, by);
    await requireAnotherAdministrator(transaction, id, now);
    await transaction.deleteFrom("session").where("userId", "=", id).execute();
    await transaction.deleteFrom("apikey").where("referenceId", "=", id).execute();
    await transaction.deleteFrom("account").where("userId", "=", id).execute();
    await transaction.deleteFrom("user").where("id", "=", id).execute();
  });
}

/** Whether somebody may not sign in at an instant: deactivated, and not only until before then. */
export function isBanned(
  { banned, banExpires }: { banned?: number | boolean | null; banExpires?: string | Date | null },
  now: number,
): boolean {
  return Boolean(banned) && (!banExpires || new Date(banExpires).getTime() > now);
}

async function readPerson(db: Kysely<Database>, id: string): Promise<UserRow> {
  const row = await db.selectFrom("user").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) {
    throw new CallboardError("not_found", "There is nobody with this id.");
  }
  return row;
}

async function requireOther(db: Kysely<Database>, id: string, by: string): Promise<void> {
  await readPerson(db, id);
  if (id === by) {
    throw new CallboardError(
      "conflict",
      "This is your own account: another administrator can change it, and you your password under Account.",
    );
  }
}

async function requireAnotherAdministrator(db: Kysely<Database>, id: string, now: number): Promise<void> {
  const others = await db
    .selectFrom("user")
    .selectAll()
    .where("role", "=", "administrator")
    .where("id", "<>", id)
    .execute();
  if (!others.some((other) => !isBanned(other, now))) {
    throw new CallboardError("conflict", "This is the last administrator: make another person one first.");
  }
}

/** A person who signs in by single sign-on alone has no password yet. */
async function setPassword(db: Kysely<Database>, userId: string, password: string, updatedAt: string): Promise<void> {
  const { numUpdatedRows } = await db
    .updateTable("account")
    .set({ password, updatedAt })
    .where("userId", "=", userId)
    .where("providerId", "=", "credential")
    .executeTakeFirst();
  if (numUpdatedRows === 0n) {
    await db
      .insertInto("account")
      .values({
        id: crypto.randomUUID(),
        accountId: userId,
        providerId: "credential",
        userId,
        password,
        createdAt: updatedAt,
        updatedAt,
      })
      .execute();
  }
}

const MOST_TRIES = 20;
const PAUSE_MS = 20;

/**
 * One change of people after the other, on all instances: else two administrators could take the role from each other at
 * the same moment. Each writes one and the same row first; PostgreSQL makes the second wait, DuckDB refuses it, and it
 * is tried again.
 */
async function inTurn(
  db: Kysely<Database>,
  now: number,
  change: (transaction: Kysely<Database>) => Promise<void>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await db.transaction().execute(async (transaction) => {
        await writeSetting(transaction, "people.changedAt", isoOf(now));
        await change(transaction);
      });
    } catch (error) {
      const isRefused = error instanceof Error && /conflict|duplicate key/i.test(error.message);
      if (error instanceof CallboardError || !isRefused || tries === MOST_TRIES) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

function itemOf(row: UserRow, now: number): PersonItem {
  const { id, name, email, createdAt } = row;
  const role = roleSchema.safeParse(row.role).data ?? null;
  const addedAt = isoOf(createdAt);
  return { id, name, email, role, isActive: !isBanned(row, now), addedAt };
}
