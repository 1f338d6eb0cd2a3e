"use client";

import { CalendarDays } from "lucide-react";
import { Button } from "@/components/ui/form/button";
import { lazyOverlay } from "@/components/ui/overlay/lazy-overlay";
import { Popover } from "@/components/ui/overlay/popover";
import { Loading } from "@/components/ui/panel/panel-state";
import { type DayRange, formatRange, presetOf } from "./date-presets";

const DateRangePanel = lazyOverlay(
  () => import("./date-range-panel").then((file) => file.DateRangePanel),
  () => (
    <div className="w-64 p-3">
      <Loading height={280} />
    </div>
  ),
);

interface Props extends DayRange {
  /** Today's local day in the report's zone. */
  today: string;
  timeZone: string;
  onChange: (range: DayRange) => void;
}

/** The page's range: a button that says it, and a calendar that is loaded when first opened. */
export function DateRange({ from, to, today, timeZone, onChange }: Props) {
  const preset = presetOf({ from, to }, today);
  const trigger = (
    <Button>
      <CalendarDays aria-hidden className="text-ink-3" />
      {formatRange({ from, to })}
      {preset && <span className="font-normal text-ink-3">{preset.label}</span>}
    </Button>
  );
  return (
    <Popover trigger={trigger} label="Range of dates" content={DateRangePanel}>
      {(close) => (
        <DateRangePanel
          from={from.slice(0, 10)}
          to={to.slice(0, 10)}
          today={today}
          timeZone={timeZone}
          onChange={(range) => {
            close();
            onChange(range);
          }}
        />
      )}
    </Popover>
  );
}
