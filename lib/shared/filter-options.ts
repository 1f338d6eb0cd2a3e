import type { Option, OptionsReply } from "./contract";
import { type FilterId, type Filters, WEEKDAYS } from "./filters";
import { nameHour } from "./hours";
import { OUTCOME_LABELS, OUTCOMES } from "./outcomes";
import { nameWaitBand, WAIT_BANDS } from "./waits";

const HOURS = 24;

/** Filters whose values are the same in every copy. */
const FIXED: Partial<Record<string, readonly Option[]>> = {
  outcome: OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] })),
  weekday: WEEKDAYS.map((label, index) => ({ value: String(index + 1), label })),
  hour: Array.from({ length: HOURS }, (_, hour) => ({ value: String(hour), label: nameHour(hour) })),
  wait: WAIT_BANDS.map(({ id }) => ({ value: id, label: nameWaitBand(id) })),
};

/** Filters by ids, whose names only the server has. */
const BY_ID: readonly FilterId[] = ["queue", "firstQueue", "agent"];

/** Whether the filters cannot be said in words before the server has named their values. */
export function needsNames(filters: Filters): boolean {
  return BY_ID.some((id) => filters[id]?.length);
}

/** The values that a filter can have, by their names; none before the server has said them. */
export function optionsOf(id: string, reply: OptionsReply | undefined): readonly Option[] {
  return FIXED[id] ?? Object.entries(reply ?? {}).find(([name]) => name === id)?.[1] ?? [];
}
