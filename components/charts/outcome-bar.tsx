import { OUTCOMES, type Outcome } from "@/lib/shared/outcomes";
import { OUTCOME_COLOURS } from "./chart-theme";

export type OutcomeCounts = Record<Outcome, number>;

interface Props {
  counts: OutcomeCounts;
  /** What the whole bar's width stands for; by default the counts' own sum, so that it is full. */
  of?: number;
}

/** One bar of conversations, parted by how they came out; the words beside it say the same. */
export function OutcomeBar({ counts, of }: Props) {
  const whole = of ?? OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  return (
    <i aria-hidden className="flex h-full min-w-0 gap-px overflow-hidden rounded-bar">
      {OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => (
        <i
          key={outcome}
          className="h-full min-w-px"
          style={{ width: `${(counts[outcome] / whole) * 100}%`, background: OUTCOME_COLOURS[outcome] }}
        />
      ))}
    </i>
  );
}
