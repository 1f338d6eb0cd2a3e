import {
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBMaterializedResult,
  DuckDBTypeId,
  type DuckDBValue,
} from "@duckdb/node-api";
import type { CompiledQuery, DatabaseConnection, QueryResult } from "kysely";
import { toQuestionError, toStoreError } from "./duckdb-errors";
import { MOST_ROWS, type QueryPlace, tooManyRows } from "./query-limits";

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

/** One connection of the file, and what goes in and comes out of it. */
export class DuckDbConnection implements DatabaseConnection {
  /** What its queries stand under while it answers a person's question. */
  place: QueryPlace | null = null;

  constructor(private readonly connection: DuckDBConnection) {}

  async run(text: string): Promise<void> {
    await this.connection.run(text).catch(rethrow);
  }

  async executeQuery<R>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<R>> {
    const [first] = parameters;
    if (first instanceof AppendedRows) {
      await this.#append(first).catch(rethrow);
      return { rows: [] };
    }
    const run = () => this.connection.run(sql, parameters.map(toDuckDb)).catch(rethrow);
    const result = await (this.place ? this.#runWithin(this.place, run) : run());
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

  async #runWithin(place: QueryPlace, run: () => Promise<DuckDBMaterializedResult>) {
    const result = await place
      .run(run, () => this.connection.interrupt())
      .catch((error: unknown) => {
        throw toQuestionError(error);
      });
    if (result.rowCount > MOST_ROWS) {
      throw tooManyRows();
    }
    return result;
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

  // biome-ignore lint/correctness/useYield: Kysely requires the method; nothing here streams from the engine.
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error("Streaming a query is not supported: page by key instead.");
  }

  close(): void {
    this.connection.closeSync();
  }
}

function rethrow(error: unknown): never {
  throw toStoreError(error);
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
