import { OUTCOME_COLOURS } from "@/components/charts/frame/chart-theme";
import { OUTCOMES, type Outcome } from "@/lib/shared/outcomes";

export type OutcomeCounts = Record<Outcome, number>;

interface Props {
  counts: OutcomeCounts;
  /** What the whole bar's width stands for; by default the counts' own sum, so that it is full. */
  of?: number;
}

/** One bar of conversations, parted by how they came out; the words beside it say the same. */
export function OutcomeBar({ counts, of }: Props) {
  const whole = of ?? OUTCOMES.reduce((sum, outcome) => sum + counts[outcome], 0);
  const shares = OUTCOMES.filter((outcome) => counts[outcome] > 0).map(
    (outcome) => [outcome, counts[outcome] / whole] as const,
  );
  return (
    // Other shares are other parts: none is the old one moved.
    <i key={shares.join()} aria-hidden className="flex h-full min-w-0 gap-px overflow-hidden rounded-bar">
      {shares.map(([outcome, share]) => (
        <i
          key={outcome}
          className="h-full min-w-px"
          style={{ width: `${share * 100}%`, background: OUTCOME_COLOURS[outcome] }}
        />
      ))}
    </i>
  );
}
