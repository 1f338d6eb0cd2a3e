"use client";

import { distinctKeys } from "@/lib/shared/distinct-keys";
import { barLabel } from "./bar-label";
import { shareOn, type TimeScale } from "./time-scale";
import { packBars, type TimelineBar, type TimelineLane } from "./timeline-model";
import { KIND_LOOKS, MARK_COLOURS } from "./timeline-theme";

interface ActiveBar {
  bar: TimelineBar;
  /** Grid row of its lane. */
  row: number;
}

interface Props {
  lane: TimelineLane;
  row: number;
  scale: TimeScale;
  /** Of the plot, in pixels. */
  width: number;
  describeBar: (bar: TimelineBar) => string;
  onActive: (active: ActiveBar | null) => void;
}

/** A lane of the timeline; bars that overlap stand under each other. */
export function TimelineLaneRow({ lane, row, scale, width, describeBar, onActive }: Props) {
  const markKeys = distinctKeys((lane.marks ?? []).map(({ at, label }) => at + label));
  return (
    <>
      <p className="truncate py-1.5 pr-2 text-ink-3 text-s leading-[22px]" style={{ gridRow: row }} title={lane.label}>
        <bdi>{lane.label}</bdi>
      </p>
      <div className="relative col-start-2 py-1" style={{ gridRow: row }}>
        {packBars(lane.bars).map((bars, index) => {
          const keys = distinctKeys(bars.map(({ startAt, endAt, kind, label }) => startAt + endAt + kind + label));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are where bars fell, they have no identity
            <div key={index} className="relative my-0.5 h-[22px]">
              {bars.map((bar, at) => (
                <Bar
                  key={keys[at]}
                  bar={bar}
                  nextAt={bars[at + 1]?.startAt}
                  scale={scale}
                  width={width}
                  description={describeBar(bar)}
                  onActive={(isActive) => onActive(isActive ? { bar, row } : null)}
                />
              ))}
            </div>
          );
        })}
        {lane.marks?.map((mark, index) => (
          <i
            key={markKeys[index]}
            role="img"
            aria-label={mark.label}
            title={mark.label}
            className="absolute inset-y-0.5 -ml-px w-0.5 ring-1 ring-surface"
            style={{ left: `${shareOn(scale, Date.parse(mark.at)) * 100}%`, background: MARK_COLOURS[mark.tone] }}
          />
        ))}
      </div>
    </>
  );
}

interface BarProps {
  bar: TimelineBar;
  /** Where the next one in its row begins. */
  nextAt?: string;
  scale: TimeScale;
  width: number;
  description: string;
  onActive: (isActive: boolean) => void;
}

function Bar({ bar, nextAt, scale, width, description, onActive }: BarProps) {
  const [from, to] = [shareOn(scale, Date.parse(bar.startAt)), shareOn(scale, Date.parse(bar.endAt))];
  const next = nextAt === undefined ? 1 : shareOn(scale, Date.parse(nextAt));
  const { inside, beside } = barLabel(bar, (to - from) * width, (next - to) * width);
  const left = `${from * 100}%`;
  return (
    <>
      <div
        role="img"
        data-point=""
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        tabIndex={0}
        aria-label={description}
        onFocus={() => onActive(true)}
        onBlur={() => onActive(false)}
        onPointerEnter={() => onActive(true)}
        onPointerLeave={() => onActive(false)}
        className={`absolute inset-y-0 min-w-[3px] truncate rounded-[3px] font-[550] text-xs leading-[22px] ${inside ? "px-2" : ""} ${KIND_LOOKS[bar.kind].className}`}
        style={{ left, width: `calc(${(to - from) * 100}% - 1px)` }}
      >
        {inside && <bdi>{inside}</bdi>}
      </div>
      {beside && (
        <span
          aria-hidden
          className="pointer-events-none absolute ml-1 rounded-small bg-surface px-1 text-ink-2 text-xs leading-[22px] whitespace-nowrap"
          style={{ left: `${to * 100}%` }}
        >
          <bdi>{beside}</bdi>
        </span>
      )}
    </>
  );
}
