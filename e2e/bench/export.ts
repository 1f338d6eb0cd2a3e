import { streamConversations } from "@/app/_server/conversations-csv";
import { listQueryOf, openFilled } from "./filled";
import { EVERYTHING } from "./overview";
import { print } from "./print";

const MEGABYTE = 2 ** 20;

/** What the export of all conversations takes: time, the first byte, and how much resident memory grows. */
const { store, from } = await openFilled();
// Twice: the first fills DuckDB’s cache of blocks too, which has a limit of its own.
for (const search of ["", "", "&sort=channel", "&channel=Voice"]) {
  const query = listQueryOf(`from=${from}${search}`);
  print(`export${search}`, await measure(streamConversations(store.db, EVERYTHING, query)));
}
await store.close();

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
