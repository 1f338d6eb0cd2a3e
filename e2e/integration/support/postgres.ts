import { Client } from "pg";
import type { Store, StoreOptions } from "@/lib/store/engine/engine";
import { openStore } from "@/lib/store/engine/open-store";
import { startPostgresProcess } from "./postgres-server";

/** A real PostgreSQL server in a folder of its own. */
export interface PostgresServer {
  /** The address of a new, empty database, in a folder of the server's where one is named. */
  newDatabase(folder?: string): Promise<string>;
  /** A store on a new database. */
  openStore(options?: Pick<StoreOptions, "queryTimeoutMs">): Promise<Store>;
  stop(): Promise<void>;
  /** Starts it again after `stop`, with all that it held. */
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

const TEMPLATE = "migrated";

/** @throws Error with the reason where none can be started here, within seconds. */
export async function startPostgres(): Promise<PostgresServer> {
  const { urlOf, own, start, stop, close } = await startPostgresProcess();
  let made = 0;

  async function run(statement: string): Promise<void> {
    const client = new Client({ connectionString: urlOf("postgres") });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }

  async function newDatabase(template: string, space = "pg_default"): Promise<string> {
    made += 1;
    await run(`create database test_${made} template ${template} tablespace ${space}`);
    return urlOf(`test_${made}`);
  }

  try {
    await run(`create database ${TEMPLATE}`);
    await (await openStore({ dataDir: null, databaseUrl: urlOf(TEMPLATE) })).close();
  } catch (error) {
    await close();
    throw error;
  }
  return {
    newDatabase: async (place) => {
      if (place === undefined) {
        return newDatabase("template1");
      }
      own(place);
      await run(`create tablespace space_${made} location '${place}'`);
      return newDatabase("template1", `space_${made}`);
    },
    openStore: async (options) => openStore({ dataDir: null, databaseUrl: await newDatabase(TEMPLATE), ...options }),
    stop,
    start,
    close,
  };
}
