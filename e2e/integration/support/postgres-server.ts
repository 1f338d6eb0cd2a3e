import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort } from "../../tools/ports";
import { findPostgres } from "./postgres-binaries";

/** A PostgreSQL server process with a folder of its own. */
export interface PostgresProcess {
  /** The address of one of its databases. */
  urlOf(database: string): string;
  /** Gives a folder to the user that the server runs as. */
  own(folder: string): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it and removes its folder. */
  close(): Promise<void>;
}

const [USER, PASSWORD] = ["callboard", "integration"];
/** Sorts text as people do, so that a query which leaves the order to the database is found out. */
const LOCALE = ["--encoding=UTF8", "--locale=C", "--lc-messages=C", "--locale-provider=icu", "--icu-locale=en-US"];
/** A test's server need not survive a power cut. */
const HASTY = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"];
const LOCAL = ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="];
const START_SECONDS = 60;

const running = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of running) child.kill("SIGINT");
});

/** Makes an empty server and starts it. @throws Error with the server's own words where it does not start. */
export async function startPostgresProcess(): Promise<PostgresProcess> {
  const { initdb, postgres, runAs } = await findPostgres();
  const port = await freePort();
  const own = (path: string) => {
    if (runAs.uid !== undefined && runAs.gid !== undefined) chownSync(path, runAs.uid, runAs.gid);
  };
  const { folder, data, passwordFile } = makeFolder(own);
  const options = { ...runAs, cwd: "/", env: { ...process.env, LC_ALL: "C" } };
  let child: ChildProcess | undefined;

  async function start(): Promise<void> {
    const server = spawn(postgres, ["-D", data, "-p", String(port), ...HASTY, ...LOCAL], {
      ...options,
      stdio: ["ignore", "ignore", "pipe"],
    });
    running.add(server);
    server.once("close", () => running.delete(server));
    child = server;
    await untilReady(server);
  }

  async function stop(): Promise<void> {
    if (!child || !running.has(child)) return;
    const closed = once(child, "close");
    child.kill("SIGINT");
    await closed;
  }

  async function close(): Promise<void> {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }

  try {
    const access = ["--auth=password", `--username=${USER}`, `--pwfile=${passwordFile}`];
    await promisify(execFile)(initdb, [`--pgdata=${data}`, ...access, ...LOCALE], options);
    await start();
  } catch (error) {
    await close();
    throw error;
  }
  const urlOf = (database: string) => `postgres://${USER}:${PASSWORD}@127.0.0.1:${port}/${database}`;
  return { urlOf, own, start, stop, close };
}

/** A folder for a server: its data, and the password that `initdb` reads, both owned by who runs it. */
function makeFolder(own: (path: string) => void): { folder: string; data: string; passwordFile: string } {
  const folder = mkdtempSync(join(tmpdir(), "callboard-postgres-data-"));
  // Another user reads it where root runs the tests; where it cannot be entered, initdb says so.
  chmodSync(folder, 0o755);
  const [data, passwordFile] = [join(folder, "data"), join(folder, "password")];
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, PASSWORD);
  for (const path of [data, passwordFile]) own(path);
  return { folder, data, passwordFile };
}

/** Resolves once the server takes connections. @throws Error with its last words where it ends or stays silent instead. */
async function untilReady(server: ChildProcess): Promise<void> {
  let words = "";
  const overdue = setTimeout(() => server.kill("SIGKILL"), START_SECONDS * 1000);
  try {
    await new Promise<void>((resolve, reject) => {
      // Read to the end: a server whose log nobody takes stands still.
      server.stderr?.setEncoding("utf8").on("data", (text: string) => {
        words = (words + text).slice(-2000);
        if (text.includes("database system is ready to accept connections")) resolve();
      });
      server.once("error", reject);
      server.once("close", (code, signal) =>
        reject(new Error(`PostgreSQL ended before it was ready (${signal ?? code}): ${words}`)),
      );
    });
  } finally {
    clearTimeout(overdue);
  }
}
