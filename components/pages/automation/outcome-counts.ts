import type { OutcomeCounts } from "@/components/charts/bars/outcome-bar";
import type { Row } from "@/lib/shared/contract";

/** The outcomes of a row whose dataset counts them. */
export function outcomeCountsOf({ answered, contained, abandoned, unanswered, open }: Row): OutcomeCounts {
  return {
    answered: Number(answered),
    contained: Number(contained),
    abandoned: Number(abandoned),
    unanswered: Number(unanswered),
    open: Number(open),
  };
}
