import type { WindowReply } from "@/lib/kore/client";
import { lengthOf, PAGE_SIZE, type TimeWindow } from "@/lib/kore/windows";
import { MINUTE_MS } from "@/lib/shared/instants";
import { expectIn, findCrowds, followCrowd, isCrowded, LONGEST_BURST } from "./crowd";
import type { PlannerState, Task } from "./plan";

/** Takes from a reply what helps to aim the next window. A window that was too full shows nothing of what is usual. */
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
