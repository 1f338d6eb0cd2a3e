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

/**
 * DuckDB behind Kysely's own PostgreSQL compiler, so that both engines get the same text. Not `kysely-duckdb`: that
 * opens a connection a query and takes a one-row result named `count` for a count of affected rows.
 */
export class DuckDbDialect implements Dialect {
  readonly #driver: DuckDbDriver;

  constructor(options: { path: string; settings: Record<string, string> }) {
    this.#driver = new DuckDbDriver(options);
  }

  createDriver(): Driver {
    return this.#driver;
  }

  /** Does something while nobody else has a connection, and lets nobody have one until it is done; else nothing. */
  alone(work: (connection: DuckDbConnection) => Promise<void>): Promise<void> {
    return this.#driver.alone(work);
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

class DuckDbDriver implements Driver {
  #instance: DuckDBInstance | undefined;
  readonly #idle: DuckDbConnection[] = [];
  #inUse = 0;
  #alone: Promise<void> | undefined;

  constructor(private readonly options: { path: string; settings: Record<string, string> }) {}

  async init(): Promise<void> {
    this.#instance = await DuckDBInstance.create(this.options.path, this.options.settings);
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    while (this.#alone) {
      await this.#alone;
    }
    this.#inUse += 1;
    return this.#connect().catch((error: unknown) => {
      this.#inUse -= 1;
      throw error;
    });
  }

  async alone(work: (connection: DuckDbConnection) => Promise<void>): Promise<void> {
    if (this.#inUse > 0 || this.#alone) {
      return;
    }
    const done = this.#connect().then(async (connection) => {
      await work(connection);
      this.#idle.push(connection);
    });
    this.#alone = done
      .catch(() => {})
      .finally(() => {
        this.#alone = undefined;
      });
    await done;
  }

  async #connect(): Promise<DuckDbConnection> {
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
      this.#inUse -= 1;
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
