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

/** Width that a chart takes itself to have before it is measured, as on the server. */
export const FIRST_WIDTH = 640;

/** Widest bar, and its share of the room that a bucket has. */
export const WIDEST_BAR = 64;
export const BAR_SHARE = 0.62;
