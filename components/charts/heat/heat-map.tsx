"use client";

import { type CSSProperties, memo, useState } from "react";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { formatTick } from "@/components/charts/plot/scale";
import { stepTo, useRoving } from "@/components/charts/plot/use-roving";
import type { Column, Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import type { Unit } from "@/lib/shared/units";
import { WEEKDAYS } from "@/lib/shared/week";
import {
  boundsOf,
  DAY_HOURS,
  FEW,
  findFew,
  HEAT_STEPS,
  HOURS,
  heatStepOf,
  heatStyle,
  nameCell,
  placeOf,
  summarizeHeat,
  toGrid,
} from "./heat";

export interface HeatMapProps extends ChartProps {
  /** Rows of the dataset `heatmap`: weekday 1 (Monday) to 7, hour 0 to 23, and the metric. */
  rows: readonly Row[];
  /** The metric that is shown, as its column. */
  metric: Column;
  /** What a rate or a duration is taken over: where there are too few of it to judge by, the cell has no colour. */
  of?: Column;
  onSelect?: (cell: { weekday: number; hour: number }) => void;
}

/** On a phone, and under a finger, hours run down instead of across, so that a cell is large enough to be hit. */
const GRID = [
  "grid gap-px [grid-template-columns:2.25rem_repeat(24,minmax(0,1fr))]",
  "turned:[grid-template-columns:2.75rem_repeat(7,minmax(0,1fr))]",
].join(" ");
const PLACE =
  "[grid-column:var(--hour)] [grid-row:var(--weekday)] turned:[grid-column:var(--weekday)] turned:[grid-row:var(--hour)]";
const place = (weekday: number, hour: number) => ({ "--weekday": weekday + 1, "--hour": hour + 2 }) as CSSProperties;
const CELLS = WEEKDAYS.flatMap((_, index) =>
  DAY_HOURS.map((hour) => ({
    weekday: index + 1,
    hour,
    name: nameCell(index + 1, hour),
    style: place(index + 1, hour),
  })),
);
type Cell = (typeof CELLS)[number];

/** A metric by weekday and hour of the day: when it is busy, and when it goes wrong. */
export function HeatMap({ label, isTable, rows, metric, of, onSelect }: HeatMapProps) {
  const [pointed, setPointed] = useState<Cell | null>(null);
  const [grid, handleKey] = useRoving<HTMLDivElement>(findStep);
  const values = toGrid(rows, metric.id);
  const few = findFew(rows, metric, of);
  const bounds = boundsOf(
    rows.filter((row) => !few.has(placeOf(row))),
    metric,
  );
  const valueAt = ({ weekday, hour }: Cell) => values.get(weekday * HOURS + hour) ?? null;
  const fewAt = ({ weekday, hour }: Cell) => few.get(weekday * HOURS + hour);
  const say = (cell: Cell) => `${cell.name}: ${formatValue(valueAt(cell), metric.unit)}${fewAt(cell) ?? ""}`;
  const point = ({ target }: { target: EventTarget }) => setPointed((cell) => cellOf(target) ?? cell);
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeHeat(rows, metric)}
      columns={[{ id: "weekday", label: "Weekday", unit: "text" }, { id: "hour", label: "Hour", unit: "text" }, metric]}
      rows={rows.map((row) => ({
        weekday: WEEKDAYS[Number(row.weekday) - 1] ?? "",
        hour: nameCell(null, Number(row.hour)),
        [metric.id]: row[metric.id] ?? null,
      }))}
      legendAt="bottom"
      legend={
        <HeatScale
          least={formatValue(bounds.least, metric.unit)}
          most={formatValue(bounds.most, metric.unit)}
          words={pointed ? say(pointed) : ""}
          note={few.size > 0 && of ? `no wash: fewer than ${FEW} ${of.label.toLowerCase()}` : ""}
        />
      }
    >
      <div className="@container">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent */}
        <div
          ref={grid}
          role="group"
          aria-label={label}
          onKeyDown={handleKey}
          onFocus={point}
          onPointerOver={point}
          onClick={({ target }) => {
            const cell = cellOf(target);
            if (cell) {
              onSelect?.({ weekday: cell.weekday, hour: cell.hour });
            }
          }}
          onPointerLeave={() => setPointed(null)}
          className={GRID}
        >
          {WEEKDAYS.map((name, index) => (
            <span
              key={name}
              aria-hidden
              style={place(index + 1, -1)}
              className={`${PLACE} self-center text-ink-3 text-xs turned:justify-self-center`}
            >
              {name.slice(0, 3)}
            </span>
          ))}
          {DAY_HOURS.map((hour) => (
            <span
              key={hour}
              aria-hidden
              style={place(0, hour)}
              className={`${PLACE} justify-self-center text-ink-3 text-xs ${hour % 3 === 0 ? "" : "invisible @min-[900px]:visible turned:visible"}`}
            >
              {String(hour).padStart(2, "0")}
            </span>
          ))}
          {CELLS.map((cell, index) => (
            <HeatCell
              key={cell.name}
              index={index}
              name={say(cell)}
              value={valueAt(cell)}
              step={fewAt(cell) === undefined ? heatStepOf(valueAt(cell), bounds, metric.unit) : null}
              unit={metric.unit}
              style={cell.style}
              className={PLACE}
              isAction={onSelect !== undefined}
            />
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}

/** The cell that an event came from, if it did. */
function cellOf(target: EventTarget): Cell | undefined {
  return target instanceof Element
    ? CELLS[Number(target.closest("[data-cell]")?.getAttribute("data-cell") ?? -1)]
    : undefined;
}

/** On narrow screens the grid is transposed, and so are the arrow keys. */
function findStep(key: string, index: number, points: readonly HTMLElement[]): number {
  const grid = points[0]?.parentElement;
  const isTurned = grid ? getComputedStyle(grid).gridTemplateColumns.split(" ").length < HOURS : false;
  return stepTo(isTurned ? (TURN[key] ?? key) : key, index, points.length, HOURS);
}

const TURN: Record<string, string> = {
  ArrowLeft: "ArrowUp",
  ArrowUp: "ArrowLeft",
  ArrowRight: "ArrowDown",
  ArrowDown: "ArrowRight",
};

/** What the colours mean, and beside it the cell under the pointer or the focus, to the unit. */
function HeatScale({ least, most, words, note }: { least: string; most: string; words: string; note: string }) {
  return (
    <div className="flex min-h-6 flex-wrap items-center gap-x-3 pt-2 text-ink-3 text-s">
      <span aria-hidden className="inline-flex items-center gap-1.5">
        <span className="inline-flex gap-px">
          {Array.from({ length: HEAT_STEPS + 1 }, (_, step) => (
            <i
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its own number
              key={step}
              className="h-2.5 w-4 rounded-[2px] border border-line"
              style={{ background: `var(--heat-${step})` }}
            />
          ))}
        </span>
        {least} to {most}
      </span>
      {words === "" ? note : <span className="font-medium text-ink">{words}</span>}
    </div>
  );
}

interface Props {
  /** Its place among all cells: the grid answers what is done to it. */
  index: number;
  /** The cell in full, with its value. */
  name: string;
  value: number | null;
  step: number | null;
  unit: Unit;
  style: CSSProperties;
  className: string;
  /** Whether it leads somewhere. */
  isAction: boolean;
}

/** One hour of the week, coloured by its value; where there is room the number stands in it. Most are as they were when
 * another filter is chosen: those are not drawn anew. */
const HeatCell = memo(function HeatCell({ index, name, value, step, unit, style, className, isAction }: Props) {
  const wash = step === null ? { background: "none", color: "var(--ink-3)" } : heatStyle(step);
  const isShown = unit === "ratio" || (unit === "count" && value !== 0);
  return (
    <button
      data-point=""
      data-cell={index}
      type="button"
      aria-label={name}
      aria-disabled={isAction ? undefined : true}
      style={{ ...style, ...wash }}
      className={`${className} h-8 min-w-0 overflow-hidden rounded-[3px] text-center text-xs leading-8 turned:h-6 ${isAction ? "cursor-pointer" : "cursor-default"} hover:outline-2 hover:outline-ink-3 focus-visible:z-10`}
    >
      {value === null
        ? "·"
        : isShown && (
            // By CSS, hidden from screen readers: the cell's label has the exact value.
            <span
              data-short={shortOf(value, unit)}
              className="hidden before:content-[attr(data-short)] @min-[900px]:inline"
            />
          )}
    </button>
  );
});

function shortOf(value: number, unit: Unit): string {
  return unit === "ratio" ? String(Math.round(value * 100)) : formatTick(value, unit);
}
