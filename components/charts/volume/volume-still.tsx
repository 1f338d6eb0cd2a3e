import { OUTCOME_COLOURS, type Plot } from "@/components/charts/frame/chart-theme";
import { numberOf, textOf } from "@/components/charts/plot/chart-rows";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { countsOf } from "./volume-model";

interface Props {
  rows: readonly Row[];
  plot: Plot;
  /** Value at the top of the axis. */
  top: number;
  lastBucketIsOpen: boolean;
}

const MOST_TOTALS = 16;
const MOST_WITH_GAPS = 60;

/** The bars as HTML in their final places: Recharts draws nothing on the server, and the first paint holds the numbers. */
export function VolumeStill({ rows, plot, top, lastBucketIsOpen }: Props) {
  return (
    <div
      aria-hidden
      className="absolute flex border-line-strong border-b"
      style={{ left: plot.left, right: plot.right, top: plot.top, bottom: plot.bottom }}
    >
      {rows.map((row, index) => (
        <div key={textOf(row, "bucket")} className="flex min-w-0 flex-1 flex-col items-center justify-end">
          {rows.length <= MOST_TOTALS && (
            <span className="font-semibold text-ink-2 text-xs">
              {formatValue(numberOf(row, "conversations"), "count")}
            </span>
          )}
          <div
            className={`flex w-[62%] max-w-16 shrink-0 flex-col-reverse ${lastBucketIsOpen && index === rows.length - 1 ? "opacity-55" : ""}`}
            style={{ height: `${((numberOf(row, "conversations") ?? 0) / top) * 100}%` }}
          >
            {countsOf(row).map(({ outcome, count }) => (
              <i
                key={outcome}
                className={rows.length <= MOST_WITH_GAPS ? "rounded-bar border-surface border-y-[0.75px]" : ""}
                style={{
                  flex: `${count} 0 0`,
                  display: count > 0 ? undefined : "none",
                  background: OUTCOME_COLOURS[outcome],
                }}
              />
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
