import { formatTick } from "@/components/charts/plot/scale";
import { type HistogramBin, nameEdge, placeOf } from "./histogram-model";

interface Props {
  bins: readonly HistogramBin[];
  ticks: readonly number[];
  head: number;
  threshold: number | null;
}

/** Behind the columns: counts at the left, the bands' edges under the gaps, and the threshold as a dashed line. */
export function HistogramAxis({ bins, ticks, head, threshold }: Props) {
  const most = ticks.at(-1) ?? 1;
  const place = threshold === null ? null : placeOf(threshold, bins);
  const percent = (share: number) => `${share * 100}%`;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 text-ink-3 text-xs">
      <div className="absolute inset-x-0 bottom-[22px]" style={{ top: head }}>
        {ticks.map((tick) => (
          <div
            key={`${tick} of ${most}`}
            className={`absolute right-0 left-9 border-t ${tick === 0 ? "border-line-strong" : "border-line"}`}
            style={{ bottom: percent(tick / most) }}
          >
            <span className="absolute right-full -translate-y-1/2 pr-2">{formatTick(tick, "count")}</span>
          </div>
        ))}
      </div>
      <div className="absolute right-0 bottom-0 left-9 h-[18px]">
        {bins.map(({ key, from }, index) => (
          <span
            key={key}
            className={`absolute whitespace-nowrap ${index === 0 ? "" : "-translate-x-1/2"}`}
            style={{ left: percent(index / bins.length) }}
          >
            {nameEdge(from)}
          </span>
        ))}
      </div>
      {place !== null && (
        <div
          className="absolute top-0 bottom-[22px] ml-9 border-ink border-l border-dashed"
          style={{ left: `calc((100% - 36px) * ${place})` }}
        />
      )}
    </div>
  );
}
