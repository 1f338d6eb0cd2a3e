import type { Option, OptionsReply } from "@/lib/shared/contract";
import { WEEKDAYS } from "@/lib/shared/filters";
import { nameWaitBand, WAIT_BANDS } from "@/lib/shared/waits";

const HOURS = 24;

const pad = (hour: number) => String(hour).padStart(2, "0");

/** `13` → `13:00–14:00`. */
export function nameHour(hour: number): string {
  return `${pad(hour)}:00–${pad((hour + 1) % HOURS)}:00`;
}

/** Filters whose values are the same in every copy. */
const FIXED: Record<string, readonly Option[]> = {
  weekday: WEEKDAYS.map((label, index) => ({ value: String(index + 1), label })),
  hour: Array.from({ length: HOURS }, (_, hour) => ({ value: String(hour), label: nameHour(hour) })),
  wait: WAIT_BANDS.map(({ id }) => ({ value: id, label: nameWaitBand(id) })),
};

/** The values that a filter can have, by their names; none before the server has said them. */
export function optionsOf(id: string, reply: OptionsReply | undefined): readonly Option[] {
  return FIXED[id] ?? Object.entries(reply ?? {}).find(([name]) => name === id)?.[1] ?? [];
}
