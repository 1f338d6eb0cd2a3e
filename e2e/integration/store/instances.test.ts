import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { SyncReply } from "@/lib/shared/contract";
import { openStore } from "@/lib/store/engine/open-store";
import { historyOf } from "@/lib/sync/plan/plan";
import type { FaultPlan } from "../../simulator/fault-plan";
import { type Simulator, startSimulator } from "../../simulator/server";
import { waitFor } from "../../tools/wait";
import { bundle } from "../support/bundle";
import { contentsOf } from "../support/contents";
import type { InstanceJob } from "../support/instance-child";
import { type PostgresServer, startPostgres } from "../support/postgres";

const NOW = Date.parse("2026-03-11T10:20:30Z");
const HISTORY_DAYS = 2;
const CENTRE = { seed: 11, conversationsPerDay: 2000, homeZone: "Asia/Kolkata" };
/** Windows of one page, and slow: the copy takes long enough to be disturbed. */
const SLOW: FaultPlan = { offsetsAreRecords: true, latencyMs: [80, 80] };
const TAKE_OVER_SECONDS = 30;

let source: Simulator;
let instanceChild: string;
let server: PostgresServer;
beforeAll(async () => {
  instanceChild = await bundle("instance-child.ts");
  source = await startSimulator({ ...CENTRE, requestsPerMinute: 1e6, now: () => NOW, faults: SLOW });
  server = await startPostgres();
});
afterAll(async () => {
  await source.close();
  await server.close();
});

/** One instance in a process of its own, and what it has said. */
interface Instance {
  child: ChildProcess;
  /** Windows that it has asked for itself. */
  windows: number;
  status: SyncReply | null;
  /** How many statuses it has told so far. */
  statuses: number;
  tell(wish: "run" | "pause" | "resume" | "stop"): void;
}

const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0).filter(({ exitCode, signalCode }) => exitCode === null && !signalCode)) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
});

function startInstance(databaseUrl: string, { url, credentials } = source, isMoving = false): Instance {
  const job: InstanceJob = { databaseUrl, url, credentials, now: NOW, historyDays: HISTORY_DAYS, isMoving };
  const child = spawn(process.execPath, [instanceChild, JSON.stringify(job)], { stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  const instance: Instance = {
    child,
    windows: 0,
    status: null,
    statuses: 0,
    tell: (wish) => child.stdin?.write(`${wish}\n`),
  };
  child.stdin?.on("error", () => {});
  createInterface({ input: child.stdout ?? process.stdin }).on("line", (line) => {
    if (line === "window") {
      instance.windows += 1;
    } else if (line.startsWith("{")) {
      instance.status = JSON.parse(line);
      instance.statuses += 1;
    }
  });
  return instance;
}

const isDone = ({ status }: Instance) => status?.complete === true && status.state === "idle";

async function contentsAt(databaseUrl: string) {
  const store = await openStore({ dataDir: null, databaseUrl });
  const contents = await contentsOf(store);
  await store.close();
  return contents;
}

async function stop(instance: Instance): Promise<void> {
  instance.tell("stop");
  expect(await once(instance.child, "exit")).toEqual([0, null]);
}

describe("two instances on one database", () => {
  let calm: Record<string, string[]>;
  beforeAll(async () => {
    const database = await server.newDatabase();
    const alone = startInstance(database);
    await waitFor("an undisturbed copy", 120, async () => isDone(alone) || undefined);
    await stop(alone);
    calm = await contentsAt(database);
    const history = historyOf({ runAt: NOW, historyDays: HISTORY_DAYS, rereadDays: 1 });
    expect(calm).toMatchObject({ states: ["copied"], covered: [JSON.stringify(history)] });
  });

  it.each([
    ["killed", "SIGKILL"],
    ["frozen for a while", "SIGSTOP"],
  ] as const)(
    "copy one at a time; when one is %s the other takes over, and the store is as if nothing had been",
    async (_, signal) => {
      const shared = await server.newDatabase();
      const holder = startInstance(shared);
      await waitFor("ten windows", 30, async () => holder.windows > 10 || undefined);
      const other = startInstance(shared);
      await waitFor("the other to follow", 15, async () => (other.status?.progress.done ?? 0) > 0 || undefined);
      expect(other.status).toMatchObject({ state: "running", complete: false, lastError: null });
      expect(other.windows, "windows that the other asked for beside the holder").toBe(0);
      expect(isDone(holder), "the copy is still under way").toBe(false);

      holder.child.kill(signal);
      const [stoppedAt, windows] = [performance.now(), holder.windows];
      await waitFor("the other to take over", TAKE_OVER_SECONDS, async () => other.windows > 0 || undefined, 0.05);
      console.log(`${signal}: taken over after ${((performance.now() - stoppedAt) / 1000).toFixed(1)} s`);
      holder.child.kill("SIGCONT");
      await waitFor("the copy to be whole", 120, async () => isDone(other) || undefined);
      await stop(other);
      // The one under way when it froze, and the one that it may have asked for before it knew.
      expect(holder.windows - windows).toBeLessThanOrEqual(2);
      expect(await contentsAt(shared)).toEqual(calm);
    },
  );

  it("pause, resume and run from whichever is asked, and both say how far the copy is", async () => {
    const shared = await server.newDatabase();
    const startedAt = performance.now();
    const now = () => NOW + Math.floor(performance.now() - startedAt);
    const moving = await startSimulator({ ...CENTRE, requestsPerMinute: 1e6, now, faults: SLOW });
    const holder = startInstance(shared, moving, true);
    await waitFor("the copy to begin", 30, async () => holder.windows > 2 || undefined);
    const other = startInstance(shared, moving, true);
    await waitFor("the other to follow", 15, async () => other.status?.state === "running" || undefined);

    other.tell("pause");
    await waitFor("the holder to pause", 10, async () => holder.status?.isPaused || undefined);
    await waitFor("both to be idle", 10, async () => {
      return (holder.status?.state === "idle" && other.status?.state === "idle") || undefined;
    });
    const paused = holder.windows;
    const told = holder.statuses;
    holder.tell("run");
    await waitFor(
      "the holder to have looked whether it may go on",
      30,
      async () => holder.statuses > told + 1 || undefined,
    );
    expect(holder.windows).toBe(paused);
    expect(holder.status?.complete).toBe(false);
    expect(other.status?.isPaused).toBe(true);

    other.tell("resume");
    await waitFor("both to be whole", 120, async () => (isDone(holder) && isDone(other)) || undefined);
    expect(other.status?.dataThrough).toBe(holder.status?.dataThrough);
    expect(other.status?.coverage).toEqual(holder.status?.coverage);

    const before = holder.windows;
    other.tell("run");
    await waitFor("the holder to run", 10, async () => holder.windows > before || undefined);
    expect(other.windows).toBe(0);
    await stop(holder);
    await waitFor("the other to be given the turn", 10, async () => other.windows > 0 || undefined);
    await stop(other);
    await moving.close();
  });
});
