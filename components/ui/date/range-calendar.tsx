"use client";

import type { CalendarDate } from "@internationalized/date";
import { toCalendarDate } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import {
  RangeCalendar as AriaRangeCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
} from "react-aria-components";
import { Button } from "@/components/ui/form/button";

interface Days {
  start: CalendarDate;
  end: CalendarDate;
}

interface Props {
  value: Days | null;
  maxValue: CalendarDate;
  shownDay: CalendarDate;
  onShownDayChange: (day: CalendarDate) => void;
  onChange: (days: Days) => void;
}

const CELL = [
  "my-px grid size-8 cursor-pointer place-items-center outline-none data-hovered:bg-sunken data-selected:bg-answered-wash",
  "data-selection-start:rounded-l-control data-selection-end:rounded-r-control",
  "data-selection-start:bg-accent data-selection-start:text-on-accent data-selection-end:bg-accent",
  "data-selection-end:text-on-accent data-outside-month:invisible data-disabled:cursor-default",
  "data-disabled:text-ink-3 data-disabled:opacity-50 data-focus-visible:outline-2",
  "data-focus-visible:outline-offset-1 data-focus-visible:outline-focus",
].join(" ");

/** A month, Monday first, in which two days bound a range. */
export function RangeCalendar({ value, maxValue, shownDay, onShownDayChange, onChange }: Props) {
  return (
    <AriaRangeCalendar
      aria-label="Range of dates"
      firstDayOfWeek="mon"
      value={value}
      maxValue={maxValue}
      focusedValue={shownDay}
      onFocusChange={(day) => onShownDayChange(toCalendarDate(day))}
      onChange={(days) => onChange({ start: toCalendarDate(days.start), end: toCalendarDate(days.end) })}
    >
      <header className="mb-1 flex items-center justify-between">
        <Button slot="previous" variant="ghost" isIcon>
          <ChevronLeft aria-hidden />
        </Button>
        <Heading className="font-semibold" />
        <Button slot="next" variant="ghost" isIcon>
          <ChevronRight aria-hidden />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short" className="mx-auto border-collapse [&_td]:p-0">
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className="pb-1 font-normal text-ink-3 text-xs">{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={CELL} />}</CalendarGridBody>
      </CalendarGrid>
    </AriaRangeCalendar>
  );
}
