import type { WindowReply } from "@/lib/kore/client";
import { PAGE_SIZE, PAGES_REACHABLE, type TimeWindow } from "@/lib/kore/windows";
import { HOUR_MS } from "@/lib/shared/instants";
import { readHourCounts } from "@/lib/store/conversations/conversations";
import type { Store } from "@/lib/store/engine/engine";
import { readWindows } from "@/lib/store/sync/ledger";
import { withoutBursts } from "@/lib/sync/plan/burst-hours";
import { createDensity } from "@/lib/sync/plan/density";
import { merge } from "@/lib/sync/plan/ledger";
import { FAILED_PAUSE, type PlannerState, type Task } from "@/lib/sync/plan/plan";

/** What one run hands on to the next, in this process. */
export interface RunState extends PlannerState {
  /** Made by the first run, which knows the allowance. */
  budget: ReturnType<typeof createBudget> | null;
  failedWindows: ReturnType<typeof createFailedWindows>;
  /** Windows around what can still change, and when they were read; null before that. */
  unfinished: { readAt: number; windows: readonly TimeWindow[] } | null;
}

/**
 * Reads what earlier runs have copied, to aim the first windows well; a burst among it is no habit. Hours that were not
 * copied whole are left out: some of their conversations can be stored all the same.
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

/** Readings again may use half of the account's allowance, counted over the last hour. */
export function createBudget(requestsPerMinute: number) {
  const most = (requestsPerMinute * 60) / 2;
  let spent: { at: number; requests: number }[] = [];
  return {
    mayReread(now: number): boolean {
      spent = spent.filter(({ at }) => Math.abs(now - at) < HOUR_MS);
      return spent.reduce((sum, { requests }) => sum + requests, 0) < most;
    },
    spend(kind: Task["kind"], requests: number, now: number): void {
      if (kind === "reread") {
        spent.push({ at: now, requests });
      }
    },
  };
}

/**
 * Windows that failed recently in this process, including those that were copied before. Each has a cooldown, so that a
 * window that fails again and again does not block the others.
 */
export function createFailedWindows() {
  let noted: (TimeWindow & { at: number })[] = [];
  return {
    note({ fromAt, toAt }: TimeWindow, at: number): void {
      noted.push({ fromAt, toAt, at });
    },
    /** Those noted since an instant whose cooldown is not over. */
    coolingDown(now: number, since = Number.NEGATIVE_INFINITY): readonly TimeWindow[] {
      noted = noted.filter(({ at }) => Math.abs(now - at) < FAILED_PAUSE);
      return noted.filter(({ at }) => at >= since);
    },
  };
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
