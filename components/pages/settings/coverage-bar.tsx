import type { Coverage } from "@/lib/shared/contract";
import { formatDay, formatTime } from "@/lib/shared/format";
import { coverageTicks } from "./coverage-ticks";

const LOOKS: Record<Coverage["state"], { label: string; fill: string }> = {
  copied: { label: "Copied", fill: "bg-good" },
  missing: { label: "Not copied yet", fill: "plot-gap" },
  failed: { label: "Failed, tried again later", fill: "bg-bad" },
  truncated: { label: "Truncated by the source", fill: "bg-warn" },
};
const LEAST_SHARE = 0.003;
const MOST_TICKS = 6;

/** The wanted history on a time axis: which parts are synced. */
export function CoverageBar({ coverage, timeZone }: { coverage: readonly Coverage[]; timeZone: string }) {
  const first = coverage[0];
  const last = coverage.at(-1);
  if (!first || !last) {
    return <p className="text-ink-3">Nothing is known of the sync yet.</p>;
  }
  const startAt = Date.parse(first.from);
  const whole = Date.parse(last.to) - startAt;
  const states = (Object.keys(LOOKS) as Coverage["state"][]).filter((state) =>
    coverage.some((part) => part.state === state),
  );
  return (
    <figure aria-label="Coverage of the history asked for, by start of the conversation">
      <div className="relative h-5 overflow-hidden rounded-small bg-sunken" aria-hidden>
        {coverage.map(({ from, to, state }) => (
          <i
            key={from}
            className={`absolute inset-y-0 ${LOOKS[state].fill}`}
            style={{
              left: `${(100 * (Date.parse(from) - startAt)) / whole}%`,
              width: `${100 * Math.max(LEAST_SHARE, (Date.parse(to) - Date.parse(from)) / whole)}%`,
            }}
          />
        ))}
      </div>
      <div className="relative h-5 text-ink-3 text-xs" aria-hidden>
        {coverageTicks(first.from, last.to, timeZone, MOST_TICKS).map(({ at, label }) => (
          <span
            key={at}
            className="absolute top-0.5 whitespace-nowrap border-line-strong border-l pl-1"
            style={{ left: `${100 * at}%` }}
          >
            {label}
          </span>
        ))}
      </div>
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 pt-1 text-ink-2 text-s">
        {states.map((state) => (
          <span key={state} className="inline-flex items-center gap-1.5">
            <i aria-hidden className={`size-2.5 rounded-bar ${LOOKS[state].fill}`} />
            {LOOKS[state].label} {shareOf(coverage, state, whole)}
          </span>
        ))}
        <span className="text-ink-3">
          {formatDay(first.from, timeZone)} – {formatDay(last.to, timeZone)}, {formatTime(last.to, timeZone)}
        </span>
      </figcaption>
    </figure>
  );
}

function shareOf(coverage: readonly Coverage[], state: Coverage["state"], whole: number): string {
  const length = coverage
    .filter((part) => part.state === state)
    .reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
  const percent = (100 * length) / whole;
  return percent > 0 && percent < 0.1 ? "< 0.1 %" : `${percent.toFixed(percent < 10 || percent > 99 ? 1 : 0)} %`;
}
