import { openFilled } from "./filled";
import { print } from "./print";

const STEP = 100_000;
const wanted = Number(process.env.BENCH_CONVERSATIONS ?? STEP);

/** What it takes to store conversations, as the store grows: time, one core's time a page, and resident memory. */
const { store, filler } = await openFilled();
for (let target = Math.min(STEP, wanted); target <= wanted; target += STEP) {
  const { rows, seconds, coreSeconds, readSeconds } = await filler.fillUpTo(target);
  const perPage = (core: number) => ((100_000 * core) / rows).toFixed(1);
  const page = `a page of 100 takes ${perPage(coreSeconds)} ms of one core to store, ${perPage(readSeconds)} to read`;
  const resident = `${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB resident`;
  print(`up to ${target} conversations`, `${(rows / seconds).toFixed(0)} rows a second, ${page}, ${resident}`);
}
await store.close();
