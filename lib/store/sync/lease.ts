import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Database } from "@/lib/store/schema/schema";

/** What any instance can read of the sync, whichever is the leader. */
export interface LeaseState {
  /** Grows with every commit of the sync. */
  commits: number;
  /** The leader's status as it was last published. */
  published: string;
}

/**
 * The right to copy, which one of several instances on one database has at a time: a row with its holder, a token that
 * grows with every change of hands, and when it ends by the database's own clock.
 */
export interface Lease {
  /** Takes the right where it is free, or renews it. @returns its token; null where another instance has it. */
  hold(published: string): Promise<number | null>;
  read(): Promise<LeaseState>;
  /** `Store.confirm` for one token: no transaction commits once another instance has taken over. */
  fence(token: number): (transaction: Kysely<Database>) => Promise<void>;
  /** Releases the right, so that another instance need not wait for its end. */
  release(): Promise<void>;
}

/** How long it lasts without being renewed: another instance takes over at most this and a heartbeat later. */
export const LEASE_MS = 10_000;

/** Thrown instead of committing where another instance has become the leader. */
export class LeaseLost extends Error {
  override readonly name = "LeaseLost";
}

const NOW = sql`cast(extract(epoch from clock_timestamp()) * 1000 as bigint)`;
const END = sql`${NOW} + ${sql.lit(LEASE_MS)}`;

/** Only for PostgreSQL: an embedded file has one process. @param holder names this instance. */
export function createLease(db: Kysely<Database>, holder: string): Lease {
  return {
    hold: async (published) => {
      const query: RawBuilder<{ token: number }> = sql`
        insert into copy_lease as l (name, holder, token, ends_at, commits, told)
        values ('copy', ${holder}, 1, ${END}, 0, ${published})
        on conflict (name) do update set holder = excluded.holder, ends_at = ${END}, told = excluded.told,
          token = l.token + case when l.holder = excluded.holder then 0 else 1 end
        where l.holder = excluded.holder or l.ends_at < ${NOW}
        returning token`;
      return (await query.execute(db)).rows[0]?.token ?? null;
    },
    read: async () => {
      const row = await db.selectFrom("copyLease").select(["commits", "told"]).executeTakeFirst();
      return { commits: row?.commits ?? 0, published: row?.told ?? "" };
    },
    fence: (token) => async (transaction) => {
      // The row stays locked until the commit: an instance that takes over meanwhile waits for it, and then sees all of it.
      const query: RawBuilder<{ token: number }> = sql`
        update copy_lease set commits = commits + 1, ends_at = ${END}
        where holder = ${holder} and token = ${token} returning token`;
      if ((await query.execute(transaction)).rows.length === 0) {
        throw new LeaseLost();
      }
    },
    release: async () => {
      await db.updateTable("copyLease").set({ endsAt: 0 }).where("holder", "=", holder).execute();
    },
  };
}
