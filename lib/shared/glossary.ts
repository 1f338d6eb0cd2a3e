import type { LeftOutReason } from "./contract";
import type { DatasetId } from "./datasets";
import type { Unit } from "./units";

/** A group of the glossary. */
export interface Topic {
  id: string;
  title: string;
  about: string;
}

/** A metric as the glossary explains it; the statistics of a duration are one entry. */
export interface GlossaryEntry {
  /** The metric's id, or the duration's: `serviceLevel`, `waitSeconds`. */
  id: string;
  label: string;
  definition: string;
  fraction?: { above: string; below: string; note?: string };
  unit: Unit;
  good: "up" | "down" | null;
  leavesOut: readonly LeftOutReason[];
  /** What the API calls it; of a duration each statistic, `label` saying which. */
  names: readonly { id: string; label?: string }[];
  /** Datasets that have it, `summary` aside, which has all. */
  datasets: readonly DatasetId[];
}

export type GlossaryGroup = Topic & { entries: readonly GlossaryEntry[] };

/** A rule, or a thing that is not known, in words. */
export interface Term {
  title: string;
  text: string;
}

/** What is no metric: rules that hold for all, and lists that are read in their order. */
export interface TermGroup {
  id: string;
  title: string;
  about: string;
  terms: readonly Term[];
  /** Whether the first that holds counts. */
  isOrdered?: boolean;
}

/** Why records are left out: beside how many there were, and as the glossary explains it. */
export const LEFT_OUT_WORDS: Record<LeftOutReason, { short: string; what: string; why: string }> = {
  missing: { short: "without the value", what: "Records without the value", why: "missing is not zero" },
  negative: {
    short: "with a negative duration",
    what: "Records whose times run backwards in the source",
    why: "they count as missing",
  },
  outbound: { short: "outbound", what: "Outbound conversations", why: "nobody waits to be answered" },
  callback: {
    short: "that opted for a callback",
    what: "Entries that opted for a callback",
    why: "the customer left the queue on purpose",
  },
  open: { short: "still open", what: "Conversations that are still open", why: "how they end is not known yet" },
  shortAbandon: {
    short: "abandoned within the set seconds",
    what: "Abandons shorter than Settings may say",
    why: "nobody could have answered so soon",
  },
};
