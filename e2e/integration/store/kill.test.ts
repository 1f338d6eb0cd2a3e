import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lengthOf, type TimeWindow } from "@/lib/kore/windows";
import { DAY_MS } from "@/lib/shared/instants";
import { openStore } from "@/lib/store/engine/open-store";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { readWindows } from "@/lib/store/sync/ledger";
import { historyOf } from "@/lib/sync/plan/plan";
import type { FaultPlan } from "../../simulator/fault-plan";
import { Random } from "../../simulator/random";
import { type Simulator, startSimulator } from "../../simulator/server";
import type { CentreSettings } from "../../simulator/settings";
import { bundle } from "../support/bundle";
import { contentsOf } from "../support/contents";
import type { Job } from "../support/copy-child";
import { readCopied, truthOf } from "../support/truth";

const NOW = Date.parse("2026-03-11T10:20:30Z");
const SEED = 50;
const KILLS = 50;
/** The last request after which a process is killed. */
const LATEST_KILL = 12;
/** So long a process may take to open its store. */
const OPENING_MS = 900;
const HISTORY_DAYS = 2;
const CENTRE: CentreSettings = { seed: 11, conversationsPerDay: 3000, homeZone: "Asia/Kolkata" };
/** Windows of one page, so that there are many transactions to be killed in. */
const PLAN: FaultPlan = { offsetsAreRecords: true, badRecords: 0.02 };
const LATENCY_MS = 20;
const SLOW: FaultPlan = { ...PLAN, latencyMs: [LATENCY_MS, LATENCY_MS] };
/** So long after a reply its rows are normalised and stored. */
const STORING_MS = 60;

let source: Simulator;
let copyChild: string;
const folders: string[] = [];
beforeAll(async () => {
  copyChild = await bundle("copy-child.ts");
  source = await startSimulator({ ...CENTRE, requestsPerMinute: 1e6, now: () => NOW, faults: PLAN });
});
afterAll(async () => {
  await source.close();
  for (const folder of folders) {
    rmSync(folder, { recursive: true, force: true });
  }
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "callboard-kill-"));
  folders.push(folder);
  return folder;
}

interface Copier {
  child: ChildProcess;
  ended: Promise<{ code: number | null; signal: string | null }>;
}

/** A process that is loaded and waits for the word to begin. */
async function loadCopier(dataDir: string): Promise<Copier> {
  const job: Job = { url: source.url, credentials: source.credentials, now: NOW, historyDays: HISTORY_DAYS };
  const child = spawn(process.execPath, [copyChild, dataDir, JSON.stringify(job)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = once(child, "exit").then(([code, signal]) => ({ code, signal }));
  child.stdin?.on("error", () => {});
  await once(child.stdout ?? child, "data");
  return { child, ended };
}

async function copyUndisturbed(dataDir: string): Promise<void> {
  const { child, ended } = await loadCopier(dataDir);
  child.stdin?.write("go\n");
  expect(await ended).toEqual({ code: 0, signal: null });
}

async function readLedger(dataDir: string): Promise<SyncWindowRow[]> {
  const store = await openStore({ dataDir, memoryLimit: "256MB" });
  const windows = await readWindows(store.db);
  await store.close();
  return windows;
}

const sumOf = (windows: readonly TimeWindow[]) => windows.reduce((sum, window) => sum + lengthOf(window), 0);

async function contentsIn(dataDir: string): Promise<Record<string, string[]>> {
  const store = await openStore({ dataDir, memoryLimit: "256MB" });
  const contents = await contentsOf(store);
  await store.close();
  return contents;
}

describe(`a first copy that is killed ${KILLS} times (seed ${SEED})`, () => {
  const random = new Random(SEED);
  const tally = { killed: 0, amidRequests: 0, finished: 0, windows: 0 };
  afterAll(() => console.log(`kill: ${JSON.stringify(tally)}`));

  /**
   * One time in four any moment around the opening of the store. Else a moment is counted in requests, so that a slow
   * machine is killed as far along as a quick one: while a reply is waited for, or soon after it, since storing is
   * short beside waiting.
   */
  async function waitForTheMoment(isOver: () => boolean): Promise<void> {
    if (random.chance(0.25)) {
      return sleep(random.int(0, OPENING_MS));
    }
    const last = source.requestCount() + random.int(1, LATEST_KILL);
    const afterwards = random.chance(0.5) ? random.int(0, LATENCY_MS) : LATENCY_MS + random.int(0, STORING_MS);
    while (source.requestCount() < last && !isOver()) {
      await sleep(2);
    }
    await sleep(afterwards);
  }

  async function copyUnderKills(dataDir: string): Promise<void> {
    source.setFaults(SLOW);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const { child, ended } = await loadCopier(dataDir);
      const before = source.requestCount();
      child.stdin?.write("go\n");
      await Promise.race([waitForTheMoment(() => child.exitCode !== null), ended]);
      child.kill("SIGKILL");
      const { signal } = await ended;
      tally.killed += signal === "SIGKILL" ? 1 : 0;
      tally.finished += signal === "SIGKILL" ? 0 : 1;
      tally.amidRequests += signal === "SIGKILL" && source.requestCount() > before ? 1 : 0;
    }
    source.setFaults(PLAN);
  }

  it("ends as the same store as one that nobody disturbed, and both hold the source's truth", async () => {
    const [calm, killed] = [newFolder(), newFolder()];
    await copyUndisturbed(calm);
    await copyUnderKills(killed);
    expect(tally.killed, "kills that came before the copy was finished").toBeGreaterThanOrEqual(30);
    expect(tally.amidRequests, "kills amid the copying").toBeGreaterThanOrEqual(20);
    const windows = await readLedger(killed);
    tally.windows = windows.length;
    expect(windows.length, "windows that came through under the kills").toBeGreaterThan(10);
    expect(sumOf(windows), "and those that did not").toBeLessThan(HISTORY_DAYS * DAY_MS);
    await copyUndisturbed(killed);
    const contents = await contentsIn(killed);
    expect(contents).toEqual(await contentsIn(calm));
    const history = historyOf({ runAt: NOW, historyDays: HISTORY_DAYS, rereadDays: 7 });
    expect(contents).toMatchObject({ states: ["copied"], covered: [JSON.stringify(history)] });
    const store = await openStore({ dataDir: killed, memoryLimit: "256MB" });
    const truth = truthOf(CENTRE, { ...history, fromAt: history.fromAt - 1000 }, NOW, 0, PLAN);
    expect(await readCopied(store)).toEqual(truth.good);
    expect(contents.rejectedRecords).toHaveLength(truth.spoiled.length);
    await store.close();
  });
});
