import type { Destination } from "./destinations";

export type Outcome = "answered" | "open" | "contained" | "abandoned" | "unanswered";
export type EntryOutcome = "answered" | "callback" | "transferred" | "abandoned" | "unanswered";

/** The first rule that holds, in the order of METRICS.md. */
export function decideOutcome(
  finalStatus: string,
  disconnectingEvent: string,
  destinations: readonly Destination[],
): Outcome {
  for (const destination of destinations) {
    if (destination.segment?.isAnswered) return "answered";
  }
  if (finalStatus.startsWith("TRANSIENT")) return "open";
  if (finalStatus === "BotResolved" && destinations.length === 0) return "contained";
  if (finalStatus === "USER ABANDONED" || finalStatus === "Dropped") return "abandoned";
  if (disconnectingEvent === "User Hangup") return "abandoned";
  return "unanswered";
}

/** The outcome of one queue entry; `isLast` among the destinations of any type. */
export function decideEntryOutcome(entry: Destination, isLast: boolean, conversation: Outcome): EntryOutcome {
  if (entry.segment?.isAnswered) return "answered";
  if (entry.callback !== null) return "callback";
  if (!isLast) return "transferred";
  if (conversation === "abandoned") return "abandoned";
  return "unanswered";
}
