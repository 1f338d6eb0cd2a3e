import type { Outcome } from "@/lib/shared/outcomes";

/** One colour each, everywhere (app/tokens.css). */
export const OUTCOME_COLOURS: Record<Outcome, string> = {
  answered: "var(--answered)",
  contained: "var(--contained)",
  abandoned: "var(--abandoned)",
  unanswered: "var(--unanswered)",
  open: "var(--open)",
};

export const COLOURS = {
  grid: "var(--line)",
  baseline: "var(--line-strong)",
  surface: "var(--surface)",
  quiet: "var(--ink-3)",
  ink: "var(--ink-2)",
  strong: "var(--ink)",
  asked: "var(--line-strong)",
  askedEdge: "var(--acw)",
  callback: "var(--callback)",
  interaction: "var(--answered)",
  afterCallWork: "var(--acw)",
} as const;

/** Room around a plot, in pixels; the axes' labels stand in it. */
export interface Plot {
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const WIDEST_BAR = 64;
const BAR_SHARE = 0.62;

/** Width of a bucket's bar in the room that it has; the narrower the room, the less of it is left empty. */
export function barWidth(slot: number): number {
  if (slot > 8) {
    return Math.min(WIDEST_BAR, slot * BAR_SHARE);
  }
  return slot > 3 ? slot - 1 : Math.max(1, slot);
}
