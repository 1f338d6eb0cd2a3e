"use client";

import { type CalendarDate, parseDate, toCalendarDate } from "@internationalized/date";
import { useState } from "react";
import { DateField, DateInput, DateSegment, type DateValue, I18nProvider, Label } from "react-aria-components";
import { Button } from "@/components/ui/form/button";
import { formatZone } from "@/lib/shared/format";
import { type DayRange, datePresets, presetOf } from "./date-presets";
import { RangeCalendar } from "./range-calendar";

interface Props extends DayRange {
  today: string;
  timeZone: string;
  onChange: (range: DayRange) => void;
}

/** Presets, a calendar and two typed fields; a preset takes effect at once, the others with Apply. */
export function DateRangePanel({ from, to, today, timeZone, onChange }: Props) {
  const [draft, setDraft] = useState({ start: parseDate(from), end: parseDate(to) });
  const [shownDay, setShownDay] = useState(draft.end);
  const isEmpty = draft.start.compare(draft.end) > 0;
  const chosen = presetOf({ from, to }, today);
  const type = (edge: "start" | "end") => (day: CalendarDate) => {
    setDraft({ ...draft, [edge]: day });
    setShownDay(day);
  };
  return (
    <I18nProvider locale="en-GB">
      <div className="flex flex-col sm:flex-row">
        <ul className="grid grid-cols-2 content-start gap-0.5 border-line border-b p-2 sm:w-36 sm:grid-cols-1 sm:border-r sm:border-b-0">
          {datePresets(today).map((preset) => (
            <li key={preset.id}>
              <Button
                variant="ghost"
                aria-pressed={preset.id === chosen?.id}
                onPress={() => onChange({ from: preset.from, to: preset.to })}
                className="w-full justify-start aria-pressed:bg-sunken aria-pressed:text-ink"
              >
                {preset.label}
              </Button>
            </li>
          ))}
        </ul>
        <div className="grid gap-3 p-3">
          <div className="flex items-end gap-2">
            <DayField label="From" value={draft.start} onChange={type("start")} />
            <DayField label="To" value={draft.end} onChange={type("end")} />
          </div>
          <RangeCalendar
            value={isEmpty ? null : draft}
            maxValue={parseDate(today)}
            shownDay={shownDay}
            onShownDayChange={setShownDay}
            onChange={setDraft}
          />
          <div className="flex items-center justify-between gap-2">
            <p role={isEmpty ? "alert" : undefined} className={`text-s ${isEmpty ? "text-bad" : "text-ink-3"}`}>
              {isEmpty ? "“From” must not lie after “To”." : `Days in ${formatZone(timeZone)}`}
            </p>
            <Button
              variant="primary"
              isDisabled={isEmpty}
              onPress={() => onChange({ from: draft.start.toString(), to: draft.end.toString() })}
            >
              Apply
            </Button>
          </div>
        </div>
      </div>
    </I18nProvider>
  );
}

interface DayFieldProps {
  label: string;
  value: CalendarDate;
  onChange: (day: CalendarDate) => void;
}

function DayField({ label, value, onChange }: DayFieldProps) {
  const change = (day: DateValue | null) => day && onChange(toCalendarDate(day));
  return (
    <DateField value={value} onChange={change} shouldForceLeadingZeros className="grid flex-1 gap-1">
      <Label className="font-medium text-ink-2 text-s">{label}</Label>
      <DateInput className="flex h-[30px] items-center rounded-control border border-acw bg-surface px-2">
        {(segment) => (
          <DateSegment
            segment={segment}
            className="rounded-small px-px outline-none data-focused:bg-focus data-focused:text-on-data data-placeholder:text-ink-3"
          />
        )}
      </DateInput>
    </DateField>
  );
}
