import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { streamConversations } from "@/app/_server/conversations-csv";
import { scopeOf } from "@/lib/auth/scope";
import { parseListQuery } from "@/lib/shared/query";
import { localDayOf } from "@/lib/shared/range";
import { openStore } from "@/lib/store/engine";
import { createFiller } from "./fill-store";
import { print } from "./print";

const TIME_ZONE = "Asia/Kolkata";
const MEGABYTE = 2 ** 20;

/** What the export of all conversations takes: time, the first byte, and how much resident memory grows. */
const wanted = Number(process.env.BENCH_CONVERSATIONS ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), "callboard-bench-export-"));

try {
  const from = await fill();
  // Opened anew: what filling has left in memory would hide what the export takes.
  const store = await openStore({ dataDir: folder });
  for (const search of ["", "", "&sort=channel", "&channel=Voice"]) {
    const query = parseListQuery(new URLSearchParams(`from=${from}${search}`), {
      timeZone: TIME_ZONE,
      now: Date.now(),
    });
    print(`export${search}`, await measure(streamConversations(store.db, scopeOf("administrator"), query)));
  }
  await store.close();
} finally {
  rmSync(folder, { recursive: true });
}

async function fill(): Promise<string> {
  const store = await openStore({ dataDir: folder });
  const filler = createFiller(store, Date.now());
  await filler.fillUpTo(wanted);
  await store.close();
  return localDayOf(filler.fromAt(), TIME_ZONE).toString();
}

async function measure(stream: ReadableStream<Uint8Array>): Promise<string> {
  globalThis.gc?.();
  const startedAt = performance.now();
  const before = process.memoryUsage().rss;
  let [first, highest, bytes, lines] = [0, before, 0, -1];
  for await (const chunk of stream) {
    first ||= performance.now() - startedAt;
    bytes += chunk.length;
    lines += chunk.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
    highest = Math.max(highest, process.memoryUsage().rss);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const size = `${lines} rows, ${(bytes / MEGABYTE).toFixed(0)} MB in ${seconds.toFixed(1)} s`;
  return `${size}, first byte after ${first.toFixed(0)} ms, resident memory +${((highest - before) / MEGABYTE).toFixed(0)} MB`;
}
