import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { scopeOf } from "@/lib/auth/scope";
import { runDataset } from "@/lib/metrics/run";
import { DATASETS, type DatasetId } from "@/lib/shared/contract";
import { parseMetricQuery } from "@/lib/shared/query";
import { localDayOf } from "@/lib/shared/range";
import { listConversations } from "@/lib/store/conversation-list";
import { openStore } from "@/lib/store/engine";
import { fillStore } from "./fill-store";

const ROUNDS = 15;
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

const wanted = Number(process.env.BENCH_CONVERSATIONS ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), "callboard-bench-"));
const store = await openStore({ dataDir: folder });
const now = Date.now();
try {
  const filled = await fillStore(store, wanted, now);
  const perPage = (filled.seconds / filled.conversations) * 100 * 1000;
  print("conversations stored", `${filled.conversations}`);
  print("rows a second, normalised and stored", (filled.conversations / filled.seconds).toFixed(0));
  print("a page of 100, normalised and stored", `${perPage.toFixed(1)} ms`);
  print("resident set", `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB`);
  const from = localDayOf(filled.fromAt, TIME_ZONE).toString();
  for (const [name, search] of [
    ["all of it", `from=${from}`],
    ["the last seven days", ""],
    ["all of it, one channel", `from=${from}&channel=Voice`],
  ] as const) {
    const query = parseMetricQuery(new URLSearchParams(search), { timeZone: TIME_ZONE, now });
    await time(`Overview, ${name}`, () =>
      Promise.all(OVERVIEW.map((dataset) => runDataset(store.db, EVERYTHING, dataset, query))),
    );
  }
  const query = parseMetricQuery(new URLSearchParams(`from=${from}`), { timeZone: TIME_ZONE, now });
  for (const dataset of DATASETS) {
    await time(`${dataset}, all of it`, () => runDataset(store.db, EVERYTHING, dataset, query));
  }
  const list = { ...query, sort: "startedAt" as const, isDescending: true, limit: 100 };
  await time("conversations, first 100", () => listConversations(store.db, EVERYTHING, list));
} finally {
  await store.close();
  rmSync(folder, { recursive: true });
}

async function time(name: string, run: () => Promise<unknown>): Promise<void> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = performance.now();
    await run();
    times.push(performance.now() - before);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => (times[Math.min(ROUNDS - 1, Math.floor(share * ROUNDS))] ?? 0).toFixed(0);
  print(name, `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`);
}

function print(name: string, figure: string): void {
  console.log(`${name.padEnd(42)} ${figure}`);
}
