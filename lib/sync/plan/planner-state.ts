import type { WindowReply } from "@/lib/kore/client";
import { lengthOf, PAGE_SIZE, PAGES_REACHABLE, type TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS, MINUTE_MS } from "@/lib/shared/instants";
import { readHourCounts } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import { readWindows } from "@/lib/store/sync/ledger";
import type { createBudget } from "./budget";
import { withoutBursts } from "./burst-hours";
import { expectIn, findCrowds, followCrowd, isCrowded, LONGEST_BURST } from "./crowd";
import { createDensity } from "./density";
import { createFailedWindows } from "./failed-windows";
import { merge } from "./ledger";
import type { PlannerState, Task } from "./plan";

/** What one run hands on to the next, in this process. */
export interface RunState extends PlannerState {
  /** Made by the first run, which knows the allowance. */
  budget: ReturnType<typeof createBudget> | null;
  failedWindows: ReturnType<typeof createFailedWindows>;
  /** Windows around what can still change, and when they were looked for; null before that. */
  unfinished: { lookedAt: number; windows: readonly TimeWindow[] } | null;
}

/**
 * Reads what earlier runs have copied, to aim the first windows well; a burst among it is no habit. Hours that were not
 * copied whole tell nothing: some of their conversations can be stored all the same.
 */
export async function loadRunState(store: Store): Promise<RunState> {
  const density = createDensity();
  const [stored, windows] = await Promise.all([readHourCounts(store.db), readWindows(store.db)]);
  const known = new Map(stored.map((row) => [row.hour, row.conversations]));
  const earliest = stored[0]?.hour ?? Number.POSITIVE_INFINITY;
  const counts = new Map<number, number>();
  for (const { fromAt, toAt } of merge(windows.filter((row) => row.state === "copied"))) {
    for (let hour = Math.max(earliest, Math.ceil(fromAt / HOUR_MS)); (hour + 1) * HOUR_MS <= toAt; hour += 1) {
      counts.set(hour, known.get(hour) ?? 0);
    }
  }
  for (const [hour, conversations] of withoutBursts(counts)) {
    density.observeHour(hour, conversations);
  }
  const plannerState = { density, capacity: PAGE_SIZE * PAGES_REACHABLE, crowd: null, bursts: [], isBusy: false };
  return { ...plannerState, budget: null, failedWindows: createFailedWindows(), unfinished: null };
}

/** Takes from a reply what helps to aim the next window. A window that was too full tells nothing of what is usual. */
export function updatePlannerState(
  plannerState: PlannerState,
  { window, isFirst }: Task,
  reply: Pick<WindowReply, "isFull" | "repeatsPages">,
  starts: readonly number[],
): void {
  if (reply.repeatsPages) {
    plannerState.capacity = PAGE_SIZE;
  }
  if (isFirst && reply.isFull) {
    plannerState.isBusy = true;
    return;
  }
  const { density } = plannerState;
  plannerState.crowd = followCrowd(plannerState.crowd, window, reply.isFull, starts, density.expect);
  if (!reply.isFull) {
    density.observe(window, starts, burstsOf(plannerState, window, starts));
  }
}

/** Crowds in two windows that lie so near are one. */
const APART = MINUTE_MS;

const BURSTS_KEPT = 3;

/**
 * The crowds of a window that last too short to be a habit, those counted that began in the window read before. All
 * crowds are kept in mind as bursts, newest window first, to know the next by them.
 */
function burstsOf(plannerState: PlannerState, window: TimeWindow, starts: readonly number[]): TimeWindow[] {
  const sorted = starts.filter((start) => start >= window.fromAt && start < window.toAt).sort((a, b) => a - b);
  const crowds = findCrowds(sorted, plannerState.density.expect);
  const short = crowds.toReversed().filter((span) => {
    const rows = sorted.filter((start) => start >= span.fromAt && start <= span.toAt).length;
    const [last, ...others] = plannerState.bursts;
    const isSame = last && span.toAt <= last.toAt && last.fromAt - span.toAt <= APART;
    const burst = isSame ? { fromAt: span.fromAt, toAt: last.toAt, rows: last.rows + rows } : { ...span, rows };
    plannerState.bursts = [burst, ...(isSame ? others : plannerState.bursts)].slice(0, BURSTS_KEPT);
    return lengthOf(burst) <= LONGEST_BURST;
  });
  return short.reverse();
}

const FIRST_SURPRISE = 2 * PAGE_SIZE;

/** How the pages of a window are best read, by what is known of it. */
export function readingOf({ density, crowd }: PlannerState, { isFirst, window }: Task) {
  const isIn = crowd?.toAt === window.toAt;
  const expect = isIn ? expectIn(crowd, density.expect) : density.expect;
  const surprises = (starts: readonly number[]) =>
    isFirst ? starts.length >= FIRST_SURPRISE : isCrowded(starts, expect);
  const startsWithLast = isIn && crowd.rate === null && findCrowds(crowd.starts, density.expect).length > 0;
  return { expectedRows: expect(window) ?? 0, isCrowded: surprises, startsWithLast };
}

const PROOFS = 2;

/** `numResults` is trusted as a total once it has been one in two windows of several pages, and never wrong. */
export function createTotalHints() {
  let right = 0;
  let wrong = 0;
  return {
    areTrusted: () => right >= PROOFS && wrong === 0,
    observe({ isFull, numResults, records, pages }: WindowReply): void {
      if (!isFull && pages > 1) {
        const isTotal = numResults === records.length;
        right += isTotal ? 1 : 0;
        wrong += isTotal ? 0 : 1;
      }
    },
  };
}
