import type { SyncReply } from "@/lib/shared/contract";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import type { Wanted } from "@/lib/sync/plan/plan";
import type { ElectionChange } from "./leader-election";

/** What the schedule of this process knows of the sync. */
export interface ScheduleState {
  state: SyncReply["state"];
  lastError: string | null;
  isPaused: boolean;
  isStopped: boolean;
  /** Whether the next run retries failed windows too, without waiting for their cooldown. */
  retriesFailed: boolean;
  hasReparsedRejected: boolean;
  /** What the last run wanted to copy. */
  wanted: Wanted;
  /** The ledger as it was last read or written here; null before that. */
  ledger: readonly SyncWindowRow[] | null;
}

export type ScheduleEvent =
  | { type: "pause-read"; isPaused: boolean }
  | { type: "rejected-reparsed"; isDone: boolean }
  | { type: "run-started" }
  | { type: "window-planned"; ledger: readonly SyncWindowRow[]; wanted: Wanted }
  | { type: "window-copied" }
  | { type: "request-failed"; message: string }
  | { type: "run-ended"; isInterrupted: boolean }
  | { type: "lease-lost" }
  | { type: "step-failed"; message: string }
  | { type: "step-ended" }
  | { type: "run-requested" }
  | { type: "pause-set"; isPaused: boolean }
  | { type: "election-changed"; change: ElectionChange }
  | { type: "ledger-read"; ledger: readonly SyncWindowRow[] }
  | { type: "stopped" };

/**
 * `interrupt` aborts the step under way, `wake` ends the sleep before the next, `forget` drops remembered counts of the
 * store, `notify` tells subscribers that the status has changed. They are performed in the order given.
 */
export type ScheduleEffect = "forget" | "interrupt" | "wake" | "notify";

export interface Transition {
  next: ScheduleState;
  effects: readonly ScheduleEffect[];
}

/** A sync that begins: shown as running, since the first step is about to be taken. */
export function initialState(wanted: Wanted): ScheduleState {
  return {
    state: "running",
    lastError: null,
    isPaused: false,
    isStopped: false,
    retriesFailed: false,
    hasReparsedRejected: false,
    wanted,
    ledger: null,
  };
}

/** The state after an event, and what is to be done for it. */
export function reduceSchedule(state: ScheduleState, event: ScheduleEvent): Transition {
  const to = (changed: Partial<ScheduleState>, ...effects: ScheduleEffect[]) => ({
    next: { ...state, ...changed },
    effects,
  });
  switch (event.type) {
    case "pause-read":
      return to({ isPaused: event.isPaused });
    case "rejected-reparsed":
      return to({ hasReparsedRejected: event.isDone }, "forget");
    case "run-started":
      return to({ state: state.lastError === null ? "running" : "failing", retriesFailed: false });
    case "window-planned":
      return to({ ledger: event.ledger, wanted: event.wanted }, "forget", "notify");
    case "window-copied":
      return to({ state: "running", lastError: null });
    case "request-failed":
      return to({ state: "failing", lastError: event.message }, "notify");
    case "run-ended":
      return to({ state: "idle", lastError: event.isInterrupted ? state.lastError : null });
    case "lease-lost":
      return to({ state: "idle" });
    case "step-failed":
      return to({ state: "failing", lastError: event.message });
    case "step-ended":
      return to({ state: state.isPaused && state.state === "running" ? "idle" : state.state }, "notify");
    case "run-requested":
      return to({ retriesFailed: true }, "wake");
    case "pause-set":
      return to({ isPaused: event.isPaused }, ...(event.isPaused ? INTERRUPT : WAKE));
    case "election-changed":
      return changeElection(state, event.change);
    case "ledger-read":
      return to({ ledger: event.ledger });
    case "stopped":
      return to({ isStopped: true }, ...INTERRUPT);
  }
}

const WAKE = ["wake"] as const;
const INTERRUPT = ["interrupt", "wake"] as const;

/** Another instance has written, paused, requested a run, or taken or left the lead. */
function changeElection(state: ScheduleState, change: ElectionChange): Transition {
  const { isLeaderChanged, isPaused, isRunRequested } = change;
  if (!isLeaderChanged && isPaused === state.isPaused && !isRunRequested) {
    return { next: state, effects: ["forget"] };
  }
  const next = { ...state, isPaused, retriesFailed: state.retriesFailed || isRunRequested };
  return { next, effects: ["forget", ...(isLeaderChanged || isPaused ? INTERRUPT : WAKE)] };
}
