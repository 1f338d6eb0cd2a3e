import { OUTCOME_LABELS, type Outcome } from "@/lib/shared/outcomes";

/** An outcome by its colour and its name: never by colour alone. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <i aria-hidden className="size-2 rounded-bar" style={{ background: `var(--${outcome})` }} />
      {OUTCOME_LABELS[outcome]}
    </span>
  );
}
