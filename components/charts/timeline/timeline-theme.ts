import type { BarKind, TimelineMark } from "./timeline-model";

interface Look {
  /** For swatches. */
  colour: string;
  className: string;
}

/** Fill, edge and ink of each kind of bar; the ink keeps 4.5:1 on the fill in both themes. */
export const KIND_LOOKS: Record<BarKind, Look> = {
  session: { colour: "var(--line-strong)", className: "bg-line-strong text-ink" },
  waiting: { colour: "var(--unanswered)", className: "bg-unanswered text-on-waiting" },
  callback: { colour: "var(--callback)", className: "bg-callback text-on-data" },
  ringing: { colour: "var(--surface)", className: "border border-dashed border-ink-3 bg-surface text-ink-2" },
  missed: { colour: "var(--bad)", className: "border border-dashed border-bad bg-bad-wash text-bad" },
  interaction: { colour: "var(--answered)", className: "bg-answered text-on-data" },
  "after-call-work": { colour: "var(--acw)", className: "bg-acw text-on-acw" },
  bot: { colour: "var(--contained)", className: "bg-contained text-on-waiting" },
};

export const MARK_COLOURS: Record<TimelineMark["tone"], string> = {
  neutral: "var(--ink-2)",
  good: "var(--good)",
  bad: "var(--bad)",
};
