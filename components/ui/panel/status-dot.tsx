import type { ReactNode } from "react";

export type DotTone = "good" | "warn" | "bad" | "idle";

const TONES: Record<DotTone, string> = {
  good: "rounded-full bg-good ring-good/20",
  warn: "rounded-[1px] rotate-45 bg-warn ring-warn/20",
  bad: "rounded-[1px] bg-bad ring-bad/20",
  idle: "rounded-full bg-surface border-[1.5px] border-ink-3 ring-transparent",
};

/** A state in words, with a dot whose shape as well as colour differs. */
export function StatusDot({ tone, children }: { tone: DotTone; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-[9px] text-ink-2 text-s">
      <i aria-hidden className={`size-[7px] shrink-0 ring-3 ${TONES[tone]}`} />
      <span>{children}</span>
    </span>
  );
}
