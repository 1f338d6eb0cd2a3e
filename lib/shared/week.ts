export const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

const HOURS = 24;

/** An hour of the day: `13` → `13:00–14:00`, `23` → `23:00–00:00`. */
export function nameHour(hour: number): string {
  return `${pad(hour)}:00–${pad((hour + 1) % HOURS)}:00`;
}

const pad = (hour: number) => String(hour).padStart(2, "0");
