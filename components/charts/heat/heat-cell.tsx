import { type CSSProperties, memo } from "react";
import { formatTick } from "@/components/charts/plot/scale";
import type { Unit } from "@/lib/shared/units";
import { heatStyle } from "./heat";

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

/** One hour of the week, washed by its value; where there is room the number stands in it. Most are as they were when
 * another filter is chosen: those are not drawn anew. */
export const HeatCell = memo(function HeatCell({ index, name, value, step, unit, style, className, isAction }: Props) {
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
            // Drawn, not written: the cell's name says the value to the unit.
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
