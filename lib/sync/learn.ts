import type { WindowReply } from "@/lib/kore/client";
import { lengthOf, PAGE_SIZE, PAGES_REACHABLE, SHORTEST_WINDOW, splitAt, type Window } from "@/lib/kore/windows";
import { readHourCounts } from "@/lib/store/conversations";
import type { Store } from "@/lib/store/engine";
import type { createBudget } from "./budget";
import { createDensity } from "./density";
import type { Learnt, Task } from "./plan";
import { createSetbacks } from "./setbacks";

/** What one run hands on to the next, in this process. */
export interface Memory extends Learnt {
  /** Made by the first run, which knows the allowance. */
  budget: ReturnType<typeof createBudget> | null;
  setbacks: ReturnType<typeof createSetbacks>;
  /** Windows around what can still change, and when they were looked for; null before that. */
  unfinished: { lookedAt: number; windows: readonly Window[] } | null;
}

/** Reads what earlier runs have copied, to aim the first windows well. */
export async function startLearning(store: Store): Promise<Memory> {
  const density = createDensity();
  const counts = new Map((await readHourCounts(store.db)).map((row) => [row.hour, row.conversations]));
  const hours = [...counts.keys()];
  for (let hour = hours[0] ?? 0; hour <= (hours.at(-1) ?? -1); hour += 1) {
    density.observeHour(hour, counts.get(hour) ?? 0);
  }
  const learnt = { density, capacity: PAGE_SIZE * PAGES_REACHABLE, full: null, isBusy: false };
  return { ...learnt, budget: null, setbacks: createSetbacks(), unfinished: null };
}

/** Takes from a reply what helps to aim the next window. */
export function learn(learnt: Learnt, { window, isFirst }: Task, reply: WindowReply, starts: readonly number[]): void {
  if (reply.repeatsPages) {
    learnt.capacity = PAGE_SIZE;
  }
  if (isFirst && reply.isFull) {
    learnt.isBusy = true;
    return;
  }
  learnt.density.observe(window, starts, reply.isFull);
  learnt.full = reply.isFull ? { toAt: window.toAt, cutAt: splitAt(window, starts) } : nextCut(learnt, window, starts);
}

const MOST_GROWTH = 4;

/** Beside a window that was cut the next is cut too, a little longer the emptier it was: crowds last for a while. */
function nextCut({ full, capacity }: Learnt, window: Window, starts: readonly number[]): Learnt["full"] {
  if (full?.toAt !== window.toAt || full.cutAt < window.fromAt) {
    return full?.toAt === window.toAt ? null : full;
  }
  const growth = Math.min(MOST_GROWTH, Math.max(1, capacity / 2 / Math.max(1, starts.length)));
  const cutAt = window.fromAt - Math.ceil((lengthOf(window) * growth) / SHORTEST_WINDOW) * SHORTEST_WINDOW;
  return { toAt: window.fromAt, cutAt };
}

const PROOFS = 2;

/** `numResults` is trusted as a total once it has been one in two windows of several pages, and never wrong. */
export function createTotalHints() {
  let right = 0;
  let wrong = 0;
  return {
    areTrusted: () => right >= PROOFS && wrong === 0,
    learn({ isFull, numResults, records, pages }: WindowReply): void {
      if (!isFull && pages > 1) {
        const isTotal = numResults === records.length;
        right += isTotal ? 1 : 0;
        wrong += isTotal ? 0 : 1;
      }
    },
  };
}
