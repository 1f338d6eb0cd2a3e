import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  DuckDBTypeId,
  type DuckDBValue,
} from "@duckdb/node-api";
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  sql,
  type TableMetadata,
} from "kysely";

/**
 * DuckDB behind Kysely's own PostgreSQL compiler, so that both engines get the same text. Not `kysely-duckdb`: that
 * opens a connection a query and takes a one-row result named `count` for a count of affected rows.
 */
export class DuckDbDialect implements Dialect {
  constructor(private readonly options: { path: string; settings: Record<string, string> }) {}

  createDriver(): Driver {
    return new DuckDbDriver(this.options);
  }

  createQueryCompiler(): PostgresQueryCompiler {
    return new PostgresQueryCompiler();
  }

  createAdapter(): PostgresAdapter {
    return new DuckDbAdapter();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new DuckDbIntrospector(db);
  }
}

export class DuckDbAdapter extends PostgresAdapter {
  /** One process owns the file, so there is nobody to lock out. */
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class DuckDbIntrospector extends PostgresIntrospector {
  readonly #db: Kysely<unknown>;

  constructor(db: Kysely<unknown>) {
    super(db);
    this.#db = db;
  }

  override async getTables(): Promise<TableMetadata[]> {
    const { rows } = await sql<ColumnFacts>`
      select table_schema as schema, table_name as name, column_name as "column", data_type as type,
        is_nullable = 'YES' as nullable, column_default is not null as "hasDefault"
      from information_schema.columns order by table_schema, table_name, ordinal_position`.execute(this.#db);
    const tables = new Map<string, TableMetadata>();
    for (const { schema, name, column, type, nullable, hasDefault } of rows) {
      const table = tables.get(`${schema}.${name}`) ?? { schema, name, isView: false, columns: [] };
      const facts = { name: column, dataType: type, isNullable: nullable, hasDefaultValue: hasDefault };
      tables.set(`${schema}.${name}`, {
        ...table,
        columns: [...table.columns, { ...facts, isAutoIncrementing: false }],
      });
    }
    return [...tables.values()];
  }
}

interface ColumnFacts {
  schema: string;
  name: string;
  column: string;
  type: string;
  nullable: boolean;
  hasDefault: boolean;
}

class DuckDbDriver implements Driver {
  #instance: DuckDBInstance | undefined;
  readonly #idle: DuckDbConnection[] = [];

  constructor(private readonly options: { path: string; settings: Record<string, string> }) {}

  async init(): Promise<void> {
    this.#instance = await DuckDBInstance.create(this.options.path, this.options.settings);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const idle = this.#idle.pop();
    if (idle) {
      return idle;
    }
    if (!this.#instance) {
      throw new Error("The DuckDB file is closed.");
    }
    return new DuckDbConnection(await this.#instance.connect());
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof DuckDbConnection) {
      this.#idle.push(connection);
    }
  }

  beginTransaction = (connection: DatabaseConnection) => run(connection, "begin transaction");
  commitTransaction = (connection: DatabaseConnection) => run(connection, "commit");
  /** A commit that failed has ended its transaction, and Kysely rolls back all the same: the reason must not be lost. */
  rollbackTransaction = (connection: DatabaseConnection) =>
    run(connection, "rollback").catch((error: unknown) => {
      if (!(error instanceof Error && error.message.includes("no transaction is active"))) {
        throw error;
      }
    });

  async destroy(): Promise<void> {
    for (const connection of this.#idle.splice(0)) {
      connection.close();
    }
    this.#instance?.closeSync();
    this.#instance = undefined;
  }
}

async function run(connection: DatabaseConnection, text: string): Promise<void> {
  if (connection instanceof DuckDbConnection) {
    await connection.run(text);
  }
}

/** Rows for DuckDB's appender, sent as the one parameter of a query so that they join the transaction under way. */
export class AppendedRows {
  constructor(
    readonly table: string,
    /** Values column by column, in the order of the table's columns. */
    readonly columns: readonly (readonly unknown[])[],
  ) {}
}

/** What one chunk of DuckDB holds. */
const CHUNK_ROWS = 2048;

class DuckDbConnection implements DatabaseConnection {
  constructor(private readonly connection: DuckDBConnection) {}

  async run(text: string): Promise<void> {
    await this.connection.run(text);
  }

  async executeQuery<R>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
    const [first] = parameters;
    if (first instanceof AppendedRows) {
      await this.#append(first);
      return { rows: [] };
    }
    const result = await this.connection.run(sql, parameters.map(toDuckDb));
    if (query.kind === "InsertQueryNode" || query.kind === "UpdateQueryNode" || query.kind === "DeleteQueryNode") {
      if (!("returning" in query && query.returning)) {
        return { rows: [], numAffectedRows: BigInt(result.rowsChanged) };
      }
    }
    const names = result.deduplicatedColumnNames();
    const rows = (await result.getRowsJS()).map((values) =>
      Object.fromEntries(values.map((value, index) => [names[index] ?? "", fromDuckDb(value)])),
    );
    return { rows: rows as R[] };
  }

  async #append({ table, columns }: AppendedRows): Promise<void> {
    const appender = await this.connection.createAppender(table);
    const types = columns.map((_, index) => appender.columnType(index));
    const total = columns[0]?.length ?? 0;
    for (let from = 0; from < total; from += CHUNK_ROWS) {
      const chunk = DuckDBDataChunk.create(types, Math.min(CHUNK_ROWS, total - from));
      chunk.setColumns(
        columns.map((values, index) => {
          const isBigint = types[index]?.typeId === DuckDBTypeId.BIGINT;
          return values
            .slice(from, from + CHUNK_ROWS)
            .map((value) => (isBigint ? toDuckDb(value) : (value as DuckDBValue)));
        }),
      );
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
  }

  // biome-ignore lint/correctness/useYield: Kysely asks for the method; nothing here streams from the engine.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Streaming a query is not supported: page by key instead.");
  }

  close(): void {
    this.connection.closeSync();
  }
}

/** Whole numbers go in as BIGINT: as DOUBLE they would turn comparisons with BIGINT columns off the zone maps. */
function toDuckDb(value: unknown): DuckDBValue {
  if (typeof value === "number" && Number.isSafeInteger(value)) {
    return BigInt(value);
  }
  return value === undefined ? null : (value as DuckDBValue);
}

/** BIGINT and HUGEINT come out as numbers: no count, sum or instant here exceeds 2^53. */
function fromDuckDb(value: unknown): unknown {
  return typeof value === "bigint" ? Number(value) : value;
}
