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

/** Kysely's PostgreSQL, with the three things in which the server would otherwise differ from DuckDB. */
export class StoreDialect extends PostgresDialect {
  constructor(pool: pg.Pool) {
    super({ pool: guard(pool) });
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

/** A pool whose whole numbers come out as numbers: no count, sum or instant here exceeds 2^53. */
export function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
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
  // process would end. Whoever does wait gets the error from the query.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  return pool;
}

/** The pool with errors of ours, and with parameters as the server can hold them. */
function guard(pool: pg.Pool): PostgresPool {
  return {
    connect: async () => {
      const client = await pool.connect().catch((error: unknown) => {
        throw toStoreError(error);
      });
      return guardClient(client);
    },
    end: () => pool.end(),
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

/** PostgreSQL refuses the character NUL in text: what asks for it finds nothing, since nothing holds it. */
function toStorable(value: unknown): unknown {
  if (typeof value === "string") {
    return value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
  }
  return Array.isArray(value) ? value.map(toStorable) : value;
}
