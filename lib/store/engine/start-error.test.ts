import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CallboardError } from "@/lib/shared/errors";
import { startError, toStoreError } from "./duckdb-errors";
import { openStore } from "./open-store";
import { StoreStartError } from "./start-error";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callboard-faults-"));
  file = join(folder, "callboard.duckdb");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The fault, and the words, that keep the store in the folder from being opened. */
async function faultAtStart(dataDir = folder): Promise<[string, string]> {
  try {
    await (await openStore({ dataDir })).close();
    return ["none", ""];
  } catch (error) {
    return error instanceof StoreStartError ? [error.fault, error.message] : ["unknown", String(error)];
  }
}

/** Runs a script as somebody who may not write everywhere; null where this user cannot become one. */
function asNobody(script: string): ChildProcess | null {
  return process.getuid?.() === 0 ? spawn(process.execPath, ["-e", script], { uid: 65534, gid: 65534 }) : null;
}

const HOLD = (path: string) => `
  const { DuckDBInstance } = require(${JSON.stringify(join(process.cwd(), "node_modules/@duckdb/node-api"))});
  DuckDBInstance.create(${JSON.stringify(path)}).then((held) => { globalThis.held = held; console.log("held"); });
  setInterval(() => {}, 1000);`;

describe("a store that cannot be opened says why:", () => {
  it("what is no store", async () => {
    writeFileSync(file, "no store at all".repeat(1000));
    expect(await faultAtStart()).toEqual(["corrupt", expect.stringMatching(/damaged .*backup/)]);
  });

  it("a store with damaged bytes, wherever they are read first", async () => {
    await (await openStore({ dataDir: folder })).close();
    const whole = readFileSync(file);
    const [head, blocks, cut] = [Buffer.from(whole), Buffer.from(whole), whole.subarray(0, whole.length / 2)];
    head.fill(0x55, 4096, 12_288);
    blocks.fill(0x55, 12_288 + 100);
    for (const damaged of [head, blocks, cut]) {
      writeFileSync(file, damaged);
      expect(await faultAtStart()).toEqual(["corrupt", expect.stringMatching(/damaged/)]);
    }
  });

  it("a store that another process has open, whatever its folder is called", async () => {
    const blocked = join(folder, "blocks and locks");
    mkdirSync(blocked);
    const holder = spawn(process.execPath, ["-e", HOLD(join(blocked, "callboard.duckdb"))]);
    await once(holder.stdout, "data");
    expect(await faultAtStart(blocked)).toEqual(["in_use", expect.stringMatching(/Another process/)]);
    holder.kill();
    await once(holder, "exit");
    writeFileSync(join(blocked, "callboard.duckdb"), "no store");
    expect((await faultAtStart(blocked))[0]).toBe("corrupt");
  });

  it("a folder that is a file", async () => {
    writeFileSync(join(folder, "data"), "");
    expect(await faultAtStart(join(folder, "data"))).toEqual([
      "not_writable",
      expect.stringMatching(/cannot be written/),
    ]);
  });

  it("a folder that may only be read, as its user's process says it", async (context) => {
    chmodSync(folder, 0o555);
    const child = asNobody(`
      const { DuckDBInstance } = require(${JSON.stringify(join(process.cwd(), "node_modules/@duckdb/node-api"))});
      DuckDBInstance.create(${JSON.stringify(file)}).then(() => console.log("opened"), (error) => console.log(error.message));`);
    if (!child) {
      context.skip("only root can become another user");
    }
    const [line] = await once(child?.stdout ?? process.stdin, "data");
    expect(startError(new Error(String(line).trim()))).toMatchObject({ fault: "not_writable" });
  });
});

describe("DuckDB's words", () => {
  it.each([
    ["disk_full", 'IO Error: Could not write file "/data/callboard.duckdb": No space left on device'],
    [
      "other_version",
      "Serialization Error: Trying to read a database file with version number 99, but we can only read versions between 64 and 67.",
    ],
    ["not_writable", 'IO Error: Cannot open file "/data/callboard.duckdb": Read-only file system'],
    ["corrupt", "FATAL Error: Failed: database has been invalidated because of a previous fatal error."],
  ])("are told apart: %s", (fault, message) => {
    const wrapped = new Error("The store could not be brought to its newest form.", { cause: new Error(message) });
    expect(startError(wrapped)).toMatchObject({ fault });
    const running = toStoreError(new Error(message));
    expect(running).toBeInstanceOf(CallboardError);
    expect(running).toMatchObject({ code: "store_unavailable" });
  });

  it("are not looked for in what somebody wrote", () => {
    const error = new Error(
      'Conversion Error: Could not convert string "Permission denied, lock, No space left on device"',
    );
    expect(toStoreError(error)).toBe(error);
    expect(startError(error)).toBe(error);
  });
});
