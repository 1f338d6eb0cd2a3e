import { type RawBuilder, sql } from "kysely";
import { WAIT_BANDS } from "@/lib/shared/waits";

/** How long an entry's customer waited: until an agent accepted, or until giving up. */
const WAITED = sql`case t.outcome when 'answered' then t.wait_seconds when 'abandoned' then t.abandon_seconds end`;

const bands = WAIT_BANDS.map(({ id, toSeconds }) =>
  toSeconds === null ? sql`else ${sql.lit(id)}` : sql`when ${WAITED} <= ${sql.lit(toSeconds)} then ${sql.lit(id)}`,
);

/**
 * The band of an offered entry's wait (alias `t`); empty for what is not offered, neither answered nor abandoned, or
 * without a wait that can be told.
 */
export const WAIT_BAND: RawBuilder<string> = sql`case
  when not t.is_inbound or t.is_callback_opted or coalesce(${WAITED}, -1) < 0 then '' ${sql.join(bands, sql` `)} end`;
