/** Outcomes of a conversation, in the order in which the charts stack them (METRICS, "Outcome of a conversation"). */
export const OUTCOMES = ["answered", "contained", "abandoned", "unanswered", "open"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Outcomes of a queue entry (METRICS, "Outcome of a queue entry"). */
export const ENTRY_OUTCOMES = ["answered", "callback", "transferred", "abandoned", "unanswered"] as const;
export type EntryOutcome = (typeof ENTRY_OUTCOMES)[number];

export const OUTCOME_LABELS: Record<Outcome, string> = {
  answered: "Answered",
  contained: "Contained by bot",
  abandoned: "Abandoned",
  unanswered: "Unanswered",
  open: "Open",
};

/** What is stored, shown, filtered and exported where the source gives nothing (METRICS). */
export const NOT_GIVEN = "Not given";

/** Who missed an assignment and has neither an id nor a name. */
export const UNKNOWN_AGENT = "Unknown agent";
