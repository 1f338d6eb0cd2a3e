"use client";

import type { ReactNode } from "react";
import { useApp } from "@/components/data/app-context";
import { useView } from "@/components/data/use-view";
import { PageHeader } from "@/components/shell/page-header";
import { DateRange } from "@/components/ui/date-range";
import { FilterChips } from "./filter-chips";

const DAYS = 7;

/** The head of a page of numbers: its title, the range, how fresh the copy is, and the filters. */
export function ViewBar({ title, tools }: { title: string; tools?: ReactNode }) {
  const { timeZone, today } = useApp();
  const [view, setView] = useView();
  const to = dayOrNull(view.to) ?? today;
  return (
    <PageHeader title={title} tools={tools} second={<FilterChips />}>
      <DateRange
        from={dayOrNull(view.from) ?? daysBefore(to.slice(0, 10), DAYS - 1)}
        to={to}
        today={today}
        timeZone={timeZone}
        onChange={({ from, to }) => setView({ from, to })}
      />
    </PageHeader>
  );
}

/** What is no day is told by the panels; the calendar then opens as if nothing were asked for. */
function dayOrNull(text: string | null): string | null {
  return text !== null && !Number.isNaN(Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text}Z`))
    ? text
    : null;
}

function daysBefore(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - days);
  return date.toISOString().slice(0, 10);
}
