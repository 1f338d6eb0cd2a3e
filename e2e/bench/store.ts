import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scopeOf } from "@/lib/auth/scope";
import { runDataset } from "@/lib/metrics/run";
import { DATASETS, type DatasetId } from "@/lib/shared/contract";
import { type MetricQuery, parseMetricQuery } from "@/lib/shared/query";
import { localDayOf } from "@/lib/shared/range";
import { listConversations } from "@/lib/store/conversation-list";
import { openStore } from "@/lib/store/engine";
import { createFiller } from "./fill-store";
import { inWords, print, time } from "./print";

const ROUNDS = 15;
const STEP = 100_000;
const TIME_ZONE = "Asia/Kolkata";
const EVERYTHING = scopeOf("administrator");
/** What the page of Overview asks for (app/(app)/page.tsx). */
const OVERVIEW: DatasetId[] = [
  "summary",
  "trends",
  "volume",
  "status-by-event",
  "final-status",
  "disconnecting-events",
  "channels",
  "queues",
  "callbacks",
  "agents",
  "agent-durations",
];
/** The vendor's pace: sixty pages of a hundred a minute, in windows of about a thousand. */
const WINDOW_ROWS = 1000;
const WINDOW_MS = 10_000;

const wanted = Number(process.env.BENCH_CONVERSATIONS ?? STEP);
const folder = mkdtempSync(join(tmpdir(), "callboard-bench-"));
const store = await openStore({ dataDir: folder });
const now = Date.now();
const filler = createFiller(store, now);
const megabytes = () => `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`;

try {
  for (let target = Math.min(STEP, wanted); target <= wanted; target += STEP) {
    const { rows, seconds, coreSeconds, readSeconds } = await filler.fillUpTo(target);
    const perPage = (core: number) => ((100_000 * core) / rows).toFixed(1);
    const page = `a page of 100 takes ${perPage(coreSeconds)} ms of one core to store, ${perPage(readSeconds)} to read`;
    print(
      `up to ${target} conversations`,
      `${(rows / seconds).toFixed(0)} rows a second, ${page}, ${megabytes()} resident`,
    );
  }
  await benchQueries();
  await benchBesideCopy();
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}

function overview(query: MetricQuery): Promise<unknown> {
  return Promise.all(OVERVIEW.map((dataset) => runDataset(store.db, EVERYTHING, dataset, query)));
}

function queryOf(search: string): MetricQuery {
  return parseMetricQuery(new URLSearchParams(search), { timeZone: TIME_ZONE, now });
}

async function benchQueries(): Promise<void> {
  const all = `from=${localDayOf(filler.fromAt(), TIME_ZONE)}`;
  for (const [name, search] of [
    ["all of it", all],
    ["the last seven days", ""],
    ["all of it, one channel", `${all}&channel=Voice`],
  ] as const) {
    print(`Overview, ${name}`, inWords(await time(ROUNDS, () => overview(queryOf(search)))));
  }
  for (const dataset of DATASETS) {
    const query = queryOf(all);
    print(`${dataset}, all of it`, inWords(await time(ROUNDS, () => runDataset(store.db, EVERYTHING, dataset, query))));
  }
  const list = { ...queryOf(all), sort: "startedAt" as const, isDescending: true, limit: 100 };
  print("conversations, first 100", inWords(await time(ROUNDS, () => listConversations(store.db, EVERYTHING, list))));
}

/** Overview while a first copy goes on at the vendor's pace, against the same when nothing goes on. */
async function benchBesideCopy(): Promise<void> {
  const query = queryOf("");
  const rounds = 60;
  const idle = await time(rounds, () => overview(query).then(() => pause(200)));
  let isCopying = true;
  const copying = (async () => {
    while (isCopying) {
      const before = performance.now();
      await filler.fillUpTo(filler.conversations() + WINDOW_ROWS);
      await pause(Math.max(0, WINDOW_MS - (performance.now() - before)));
    }
  })();
  const busy = await time(rounds, () => overview(query).then(() => pause(200)));
  isCopying = false;
  await copying;
  const [a, b] = [idle.median - 200, busy.median - 200];
  print(
    "Overview beside a first copy",
    `median ${b.toFixed(0)} ms, idle ${a.toFixed(0)} ms: ${(b / a).toFixed(2)} times`,
  );
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
