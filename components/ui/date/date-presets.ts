import { endOfMonth, parseDate, startOfMonth } from "@internationalized/date";
import { formatDate } from "@/lib/shared/format";

/** Local days `YYYY-MM-DD`, both included. */
export interface DayRange {
  from: string;
  to: string;
}

export interface DatePreset extends DayRange {
  id: string;
  label: string;
}

/** The ranges that a menu offers, as seen from today's local day. */
export function datePresets(today: string): DatePreset[] {
  const day = parseDate(today);
  const lastDays = (days: number) => ({ from: day.subtract({ days: days - 1 }).toString(), to: today });
  const yesterday = day.subtract({ days: 1 }).toString();
  const lastMonth = startOfMonth(day).subtract({ months: 1 });
  return [
    { id: "today", label: "Today", from: today, to: today },
    { id: "yesterday", label: "Yesterday", from: yesterday, to: yesterday },
    { id: "last-7-days", label: "Last 7 days", ...lastDays(7) },
    { id: "last-14-days", label: "Last 14 days", ...lastDays(14) },
    { id: "last-30-days", label: "Last 30 days", ...lastDays(30) },
    { id: "this-month", label: "This month", from: startOfMonth(day).toString(), to: today },
    { id: "last-month", label: "Last month", from: lastMonth.toString(), to: endOfMonth(lastMonth).toString() },
  ];
}

/** The preset that a range is, if it is one. */
export function presetOf({ from, to }: DayRange, today: string): DatePreset | undefined {
  return datePresets(today).find((preset) => preset.from === from && preset.to === to);
}

/** `16 – 22 Nov 2026`, `28 Oct – 3 Nov 2026`, `22 Nov 2026`; times of day are kept: `22 Nov 2026, 09:00 – 13:00`. */
export function formatRange({ from, to }: DayRange): string {
  const [first, last] = [split(from), split(to)];
  if (first.time || last.time) {
    const end = first.day === last.day ? last.time : `${write(last.day, "full")}, ${last.time}`;
    return `${write(first.day, "full")}, ${first.time || "00:00"} – ${end}`;
  }
  if (first.day === last.day) {
    return write(last.day, "full");
  }
  const isSameYear = first.day.slice(0, 4) === last.day.slice(0, 4);
  const isSameMonth = first.day.slice(0, 7) === last.day.slice(0, 7);
  return `${write(first.day, isSameMonth ? "day" : isSameYear ? "month" : "full")} – ${write(last.day, "full")}`;
}

function split(text: string): { day: string; time: string } {
  return { day: text.slice(0, 10), time: text.slice(11, 16) };
}

const PARTS: Record<"day" | "month" | "full", Intl.DateTimeFormatOptions> = {
  day: { day: "numeric" },
  month: { day: "numeric", month: "short" },
  full: { day: "numeric", month: "short", year: "numeric" },
};

function write(day: string, parts: keyof typeof PARTS): string {
  return formatDate(new Date(`${day}T00:00:00Z`), { ...PARTS[parts], timeZone: "UTC" });
}
