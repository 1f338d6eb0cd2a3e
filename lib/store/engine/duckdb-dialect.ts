import { DuckDBInstance } from "@duckdb/node-api";
import {
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  PostgresAdapter,
  PostgresQueryCompiler,
} from "kysely";
import { DuckDbConnection } from "./duckdb-connection";
import { DuckDbIntrospector } from "./duckdb-introspector";
import type { QueryLimits } from "./query-limits";

interface DuckDbOptions {
  path: string;
  settings: Record<string, string>;
  /** What the queries of questions stand under; nothing where there are none. */
  limits?: QueryLimits;
}

/**
 * DuckDB behind Kysely's own PostgreSQL compiler, so that both engines get the same text. Not `kysely-duckdb`: that
 * opens a connection a query and takes a one-row result named `count` for a count of affected rows.
 */
export class DuckDbDialect implements Dialect {
  readonly #driver: DuckDbDriver;

  constructor(options: DuckDbOptions) {
    this.#driver = new DuckDbDriver(options);
  }

  createDriver(): Driver {
    return this.#driver;
  }

  /** Does something while nobody else has a connection, and lets nobody have one until it is done; else nothing. */
  alone(work: (connection: DuckDbConnection) => Promise<void>): Promise<void> {
    return this.#driver.alone(work);
  }

  /** Runs an empty query on a connection that nothing else uses. @throws where the engine does not answer. */
  ping(): Promise<void> {
    return this.#driver.ping();
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

class DuckDbAdapter extends PostgresAdapter {
  /** One process owns the file, so there is nobody to lock out. */
  override async acquireMigrationLock(): Promise<void> {}
  override async releaseMigrationLock(): Promise<void> {}
}

class DuckDbDriver implements Driver {
  #instance: DuckDBInstance | undefined;
  readonly #idle: DuckDbConnection[] = [];
  #inUse = 0;
  #alone: Promise<void> | undefined;
  #pinging: Promise<DuckDbConnection> | undefined;

  constructor(private readonly options: DuckDbOptions) {}

  async init(): Promise<void> {
    this.#instance = await DuckDBInstance.create(this.options.path, this.options.settings);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    const place = (await this.options.limits?.enter()) ?? null;
    while (this.#alone) {
      await this.#alone;
    }
    this.#inUse += 1;
    try {
      const connection = await this.#connect();
      connection.place = place;
      return connection;
    } catch (error) {
      this.#inUse -= 1;
      place?.leave();
      throw error;
    }
  }

  async ping(): Promise<void> {
    this.#pinging ??= this.#open().catch((error: unknown) => {
      this.#pinging = undefined;
      throw error;
    });
    await (await this.#pinging).run("select 1");
  }

  async alone(work: (connection: DuckDbConnection) => Promise<void>): Promise<void> {
    if (this.#inUse > 0 || this.#alone) {
      return;
    }
    const done = this.#connect().then(async (connection) => {
      await work(connection).finally(() => this.#idle.push(connection));
    });
    this.#alone = done
      .catch(() => {})
      .finally(() => {
        this.#alone = undefined;
      });
    await done;
  }

  async #connect(): Promise<DuckDbConnection> {
    return this.#idle.pop() ?? this.#open();
  }

  async #open(): Promise<DuckDbConnection> {
    if (!this.#instance) {
      throw new Error("The DuckDB file is closed.");
    }
    return new DuckDbConnection(await this.#instance.connect());
  }

  async releaseConnection(connection: DatabaseConnection): Promise<void> {
    if (connection instanceof DuckDbConnection) {
      this.#inUse -= 1;
      this.#idle.push(connection);
      connection.place?.leave();
      connection.place = null;
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
    const pinging = await this.#pinging?.catch(() => undefined);
    this.#pinging = undefined;
    for (const connection of [...this.#idle.splice(0), ...(pinging ? [pinging] : [])]) {
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
