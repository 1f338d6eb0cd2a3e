import { openFilled, queryOf } from "./filled";
import { overview } from "./overview";
import { print, time } from "./print";

const ROUNDS = 60;
const BETWEEN_MS = 200;
/** The vendor's pace: sixty pages of a hundred a minute, in windows of about a thousand. */
const WINDOW_ROWS = 1000;
const WINDOW_MS = 10_000;

/** Overview while a first copy goes on at the vendor's pace, against the same when nothing goes on. */
const { store, filler } = await openFilled();
const query = queryOf("");
const ask = async () => {
  const { median } = await time(ROUNDS, () => overview(store, query).then(() => pause(BETWEEN_MS)));
  return median - BETWEEN_MS;
};
const idle = await ask();
let isCopying = true;
const copying = (async () => {
  while (isCopying) {
    const before = performance.now();
    await filler.fillUpTo(filler.conversations() + WINDOW_ROWS);
    await pause(Math.max(0, WINDOW_MS - (performance.now() - before)));
  }
})();
const busy = await ask();
isCopying = false;
await copying;
print(
  "Overview beside a first copy",
  `median ${busy.toFixed(0)} ms, idle ${idle.toFixed(0)} ms: ${(busy / idle).toFixed(2)} times`,
);
await store.close();

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
