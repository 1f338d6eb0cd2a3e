"use client";

import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { ChartRow } from "@/components/charts/frame/chart-row";
import { COLOURS } from "@/components/charts/frame/chart-theme";
import { Legend } from "@/components/charts/frame/legend";
import { axisTicks, formatTick } from "@/components/charts/plot/scale";
import { useRoving } from "@/components/charts/plot/use-roving";
import { formatSeconds, formatValue } from "@/lib/shared/format";

/** Durations in seconds; `null` where the source gives none. */
export interface DurationRow {
  id: string;
  name: string;
  interaction: number | null;
  afterCallWork: number | null;
  total: number | null;
  p90: number | null;
}

export interface DurationBarsProps extends ChartProps {
  rows: readonly DurationRow[];
  onSelect?: (id: string) => void;
  hrefOf?: (id: string) => string;
  /** Rows that room is kept for: fewer, after a filter, move nothing. */
  places?: number;
  /** What the mark at the 90th percentile measures, where it is not the handle time. */
  p90Label?: string;
}

const TICKS = 5;
const ROW_HEIGHT = 27;
const GRID = "grid grid-cols-[minmax(64px,30%)_1fr_auto] sm:grid-cols-[118px_1fr_auto] gap-x-2.5";

/** Average interaction and after-call work of each agent on one axis, with a mark at the 90th percentile. */
export function DurationBars({
  label,
  isTable,
  rows,
  onSelect,
  hrefOf,
  places = 0,
  p90Label = "90th percentile",
}: DurationBarsProps) {
  const [list, handleKey] = useRoving<HTMLUListElement>();
  const ticks = axisTicks(Math.max(1, ...rows.flatMap((row) => [row.total ?? 0, row.p90 ?? 0])), "seconds", TICKS);
  const end = ticks.at(-1) ?? 1;
  const share = (seconds: number | null) => `${((seconds ?? 0) / end) * 100}%`;
  const beginAt = (seconds: number | null) => ({ transform: `translateX(${share(seconds)})` });
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeDurations(rows)}
      columns={[
        { id: "name", label: "Agent", unit: "text" },
        { id: "interaction", label: "Interaction", unit: "seconds" },
        { id: "afterCallWork", label: "After-call work", unit: "seconds" },
        { id: "total", label: "Handle time", unit: "seconds" },
        { id: "p90", label: p90Label, unit: "seconds" },
      ]}
      rows={rows.map((row) => ({ ...row }))}
      legendAt="bottom"
      legend={
        <Legend
          className="mt-1.5"
          items={[
            { label: "Interaction", colour: COLOURS.interaction },
            { label: "After-call work", colour: COLOURS.afterCallWork },
            { label: p90Label, colour: COLOURS.strong, mark: "tick" },
          ]}
        />
      }
    >
      <div className={`${GRID} relative`}>
        <ul
          ref={list}
          onKeyDown={handleKey}
          aria-label={label}
          className="col-span-full row-start-1 grid grid-cols-subgrid content-start"
          style={{ minHeight: places * ROW_HEIGHT }}
        >
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is a place by size, filled anew
            <li key={place} className="col-span-full grid grid-cols-subgrid">
              <ChartRow
                label={describeDurations(row, p90Label)}
                href={hrefOf?.(row.id)}
                onSelect={onSelect && (() => onSelect(row.id))}
                className="col-span-full grid h-[27px] grid-cols-subgrid items-center"
              >
                <bdi key={row.name} className="truncate">
                  {row.name}
                </bdi>{" "}
                <span aria-hidden className="relative z-[1] h-[15px] overflow-x-clip">
                  <i
                    className="block h-full rounded-bar"
                    style={{ width: share(row.interaction), background: COLOURS.interaction }}
                  />
                  <i className="absolute inset-0 ml-[1.5px]" style={beginAt(row.interaction)}>
                    <i
                      className="block h-full rounded-bar"
                      style={{ width: share(row.afterCallWork), background: COLOURS.afterCallWork }}
                    />
                  </i>
                  {row.p90 !== null && (
                    <i className="absolute -inset-y-px inset-x-0" style={beginAt(row.p90)}>
                      <i className="-ml-px block h-full w-0.5 bg-ink ring-1 ring-surface" />
                    </i>
                  )}
                </span>
                <span key={row.total} className="min-w-14 text-right">
                  {formatValue(row.total, "seconds")}
                </span>
              </ChartRow>
            </li>
          ))}
        </ul>
        <div aria-hidden className="pointer-events-none relative col-start-2 row-start-1">
          {ticks.map((tick) => (
            <i key={share(tick)} className="absolute inset-y-0 w-px bg-line" style={{ left: share(tick) }} />
          ))}
        </div>
        <div aria-hidden className="relative col-start-2 h-4 text-ink-3 text-xs">
          {ticks.map((tick) => (
            <span key={share(tick)} className="absolute -translate-x-1/2" style={{ left: share(tick) }}>
              {formatTick(tick, "seconds")}
            </span>
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}

function describeDurations(row: DurationRow, p90Label: string): string {
  const part = (name: string, seconds: number | null) => `${name} ${formatValue(seconds, "seconds")}`;
  // The words on the screen come first and together, so that speaking them finds the row (WCAG 2.5.3).
  return [
    `${row.name}: ${formatValue(row.total, "seconds")} handle time`,
    part("interaction", row.interaction),
    part("after-call work", row.afterCallWork),
    part(p90Label, row.p90),
  ].join(", ");
}

/** `7 agents; the longest handle time is 7m 20s, Priya Raman, the shortest 4m 46s, Lukas Brandt.` */
export function summarizeDurations(rows: readonly DurationRow[]): string {
  const known = rows.flatMap((row) => (row.total === null ? [] : [{ name: row.name, total: row.total }]));
  const sorted = known.sort((a, b) => b.total - a.total);
  const [longest, shortest] = [sorted[0], sorted.at(-1)];
  if (!longest || !shortest) {
    return "No handle time in this range.";
  }
  const first = `the longest handle time is ${formatSeconds(longest.total)}, ${longest.name}`;
  return sorted.length === 1
    ? `One agent; ${first}.`
    : `${rows.length} agents; ${first}, the shortest ${formatSeconds(shortest.total)}, ${shortest.name}.`;
}
