"use client";

import { ChevronDown, ZoomOut } from "lucide-react";
import { useApp } from "@/components/data/app-context";
import { hoursOf, intervalsFor, widenRange } from "@/components/data/range";
import { useRange } from "@/components/data/use-range";
import { useView } from "@/components/data/use-view";
import { Button } from "@/components/ui/form/button";
import { MenuButton } from "@/components/ui/overlay/menu";
import { COMPARISON_LABELS, COMPARISONS } from "@/lib/shared/compare";
import type { Interval } from "@/lib/shared/intervals";

const INTERVAL_LABELS: Record<Interval, string> = {
  "quarter-hour": "15 minutes",
  hour: "Hour",
  day: "Day",
  week: "Week",
  month: "Month",
};
/** Ranges shorter than the usual seven days get a button that leads out. */
const USUAL_HOURS = 7 * 24;

/** How long a bucket of the charts over time is: only lengths that suit the range. */
export function IntervalMenu() {
  const [view, setView] = useView();
  const { from, to } = useRange();
  const items = intervalsFor({ from, to }).map((interval) => ({
    id: interval as string,
    label: INTERVAL_LABELS[interval],
    isChosen: view.interval === interval,
    onAction: () => setView({ interval }),
  }));
  const automatic = {
    id: "automatic",
    label: "Automatic",
    isChosen: !view.interval,
    onAction: () => setView({ interval: null }),
  };
  const chosen = items.find((item) => item.isChosen) ?? automatic;
  return (
    <MenuButton label="Interval" variant="ghost" items={[automatic, ...items]}>
      <span className="font-normal text-ink-3">Interval</span> {chosen.label}
      <ChevronDown aria-hidden className="text-ink-3" />
    </MenuButton>
  );
}

/** What the range is compared with. */
export function CompareMenu() {
  const [view, setView] = useView();
  const items = COMPARISONS.map((comparison) => ({
    id: comparison as string,
    label: COMPARISON_LABELS[comparison],
    isChosen: view.compare === comparison,
    onAction: () => setView({ compare: comparison }),
  }));
  const off = { id: "off", label: "Off", isChosen: !view.compare, onAction: () => setView({ compare: null }) };
  const chosen = items.find((item) => item.isChosen) ?? off;
  return (
    <MenuButton label="Compare" variant="ghost" items={[off, ...items]}>
      <span className="font-normal text-ink-3">{view.compare ? "Compared with" : "Compare"}</span> {chosen.label}
      <ChevronDown aria-hidden className="text-ink-3" />
    </MenuButton>
  );
}

/** The way out of a short range, such as one that was zoomed into; Back leads out as well. */
export function ZoomOutButton() {
  const { today } = useApp();
  const { from, to, setRange } = useRange();
  return hoursOf({ from, to }) < USUAL_HOURS ? (
    <Button variant="ghost" onPress={() => setRange(widenRange({ from, to }, today))}>
      <ZoomOut aria-hidden /> Zoom out
    </Button>
  ) : null;
}
