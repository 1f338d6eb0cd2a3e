import {
  type ColumnDefinitionNode,
  DataTypeNode,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
  RawNode,
} from "kysely";
import pg from "pg";
import { isBroken, toStoreError } from "./postgres-errors";
import { MOST_ROWS, type QueryLimits, type QueryPlace, tooManyRows } from "./query-limits";

/** Kysely's PostgreSQL: texts compare as on DuckDB, errors become ours, and questions have deadlines. */
export class StoreDialect extends PostgresDialect {
  constructor(pools: Pools, limits: QueryLimits) {
    super({ pool: guard(pools, limits) });
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new CodePointCompiler();
  }
}

/** Text columns compare and sort by code point, as on DuckDB, whatever the database's own order is. */
class CodePointCompiler extends PostgresQueryCompiler {
  protected override visitColumnDefinition(node: ColumnDefinitionNode): void {
    const isText = DataTypeNode.is(node.dataType) && node.dataType.dataType === "varchar";
    super.visitColumnDefinition(isText ? { ...node, dataType: RawNode.createWithSql('varchar collate "C"') } : node);
  }
}

const TYPES_READ_AS_NUMBERS: readonly number[] = [pg.types.builtins.INT8, pg.types.builtins.NUMERIC];
const CONNECTION_TIMEOUT_MS = 5000;
/** A transaction whose instance is out of reach lets go of its rows, so that another instance can take over. */
const IDLE_IN_TRANSACTION_MS = 10_000;
const KEEP_ALIVE_AFTER_MS = 10_000;

/** Connections by what they are for, so that no kind of work waits for another. */
export interface Pools {
  /** The copy, sign-in, changes, and all else that no person waits for long. */
  work: pg.Pool;
  /** Questions, which the server itself ends at their deadline. */
  questions: pg.Pool;
  /** Whether the server answers, and the end of queries whose asker went. */
  control: pg.Pool;
}

export function openPools(url: string, queryTimeoutMs: number, questions: number): Pools {
  return {
    work: openPool(url, { max: 8 }),
    questions: openPool(url, { max: questions, statement_timeout: queryTimeoutMs }),
    control: openPool(url, { max: 2 }),
  };
}

export async function endPools({ work, questions, control }: Pools): Promise<void> {
  await Promise.all([work.end(), questions.end(), control.end()]);
}

/** A pool whose whole numbers come out as numbers: no count, sum or instant here exceeds 2^53. */
function openPool(url: string, options: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    ...options,
    connectionString: url,
    application_name: "callboard",
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    types: {
      getTypeParser: (oid, format) =>
        TYPES_READ_AS_NUMBERS.includes(oid) ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // A connection that is lost while nobody waits for it is not worth more than a new one: without a listener the
  // process would end. A caller that waits gets the error from the query.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** The pools with errors of ours, with parameters as the server can hold them, and with the limits of questions. */
function guard(pools: Pools, limits: QueryLimits): PostgresPool {
  return {
    connect: async () => {
      const place = await limits.enter();
      try {
        const client = await (place ? pools.questions : pools.work).connect();
        return place ? guardQuestion(client, place, pools.control, limits) : guardClient(client);
      } catch (error) {
        place?.leave();
        throw toStoreError(error);
      }
    },
    end: () => endPools(pools),
  };
}

function guardClient(client: pg.PoolClient): PostgresPoolClient {
  let isLost = false;
  const query = async (text: string, parameters: readonly unknown[]) => {
    try {
      return await client.query(text, parameters.map(toStorable));
    } catch (error) {
      isLost ||= isBroken(error);
      throw toStoreError(error);
    }
  };
  return { query: query as unknown as PostgresPoolClient["query"], release: () => client.release(isLost) };
}

const CANCELLED = "57014";

/** As {@link guardClient}, for the queries of a question: with a deadline, and ended when the asker goes. */
function guardQuestion(
  client: pg.PoolClient,
  place: QueryPlace,
  control: pg.Pool,
  limits: QueryLimits,
): PostgresPoolClient {
  let isLost = false;
  const cancel = () => {
    // The connection is closed afterwards: a late cancel would hit its next query.
    isLost = true;
    control.query("select pg_cancel_backend($1)", [processIdOf(client)]).catch(() => {});
  };
  const query = async (text: string, parameters: readonly unknown[]) => {
    try {
      return await place.run(() => readRows(client, text, parameters.map(toStorable), cancel), cancel);
    } catch (error) {
      isLost ||= isBroken(error);
      const isTimedOut = error instanceof Error && "code" in error && error.code === CANCELLED;
      throw isTimedOut ? limits.timedOut() : toStoreError(error);
    }
  };
  const release = () => {
    client.release(isLost);
    place.leave();
  };
  return { query: query as unknown as PostgresPoolClient["query"], release };
}

/** The server's process behind a connection, which the types do not know. */
function processIdOf(client: pg.PoolClient): number {
  return "processID" in client ? Number(client.processID) : 0;
}

/** The rows of a query; what has too many of them is ended before it fills the memory. */
function readRows(client: pg.PoolClient, text: string, values: unknown[], cancel: () => void) {
  return new Promise<{ command: string; rowCount: number | null; rows: unknown[] }>((resolve, reject) => {
    const rows: unknown[] = [];
    const query = client.query(new pg.Query(text, values));
    query.on("row", (row) => {
      if (rows.length < MOST_ROWS) {
        rows.push(row);
      } else if (rows.length === MOST_ROWS) {
        rows.length = MOST_ROWS + 1;
        cancel();
      }
    });
    const end = (settle: () => void) => (rows.length > MOST_ROWS ? reject(tooManyRows()) : settle());
    query.on("error", (error) => end(() => reject(error)));
    query.on("end", ({ command, rowCount }) => end(() => resolve({ command, rowCount, rows })));
  });
}

/** PostgreSQL refuses the character NUL in text: a search for it finds nothing, since nothing holds it. */
function toStorable(value: unknown): unknown {
  if (typeof value === "string") {
    return value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
  }
  return Array.isArray(value) ? value.map(toStorable) : value;
}
