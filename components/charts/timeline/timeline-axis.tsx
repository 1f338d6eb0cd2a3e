import { formatSeconds, formatShortDay, formatTime } from "@/lib/shared/format";
import { isoOf } from "@/lib/shared/instants";
import { runsOf, type Stretch, shareOn, type TimeScale } from "./time-scale";
import { timeTicks } from "./timeline-model";

/** Room for a tick, and for a letter of its label, in pixels. */
const TICK_WIDTH = 84;
const LETTER_WIDTH = 6;
const GAP = 10;

export interface Tick {
  instant: number;
  /** Share of the plot. */
  share: number;
  label: string;
  /** The label's left edge, in pixels: under the tick, and within the plot. */
  left: number;
}

/** Ticks at round local times, none on the label of another; the day stands where it changes, if it does. */
export function axisTicks(scale: TimeScale, timeZone: string, width: number): Tick[] {
  const dayOf = (instant: number) => formatShortDay(isoOf(instant), timeZone);
  const hasDays = dayOf(scale[0]?.start ?? 0) !== dayOf(scale.at(-1)?.end ?? 0);
  const ticks: Tick[] = [];
  let lastDay: string | null = null;
  let taken = Number.NEGATIVE_INFINITY;
  for (const run of runsOf(scale)) {
    const most = Math.max(1, Math.floor(((run.to - run.from) * width) / TICK_WIDTH));
    const inRun = timeTicks(run, timeZone, most);
    for (const instant of inRun.length > 0 ? inRun : [run.start]) {
      const day = dayOf(instant);
      const label = `${hasDays && day !== lastDay ? `${day} ` : ""}${formatTime(isoOf(instant), timeZone, true)}`;
      const length = label.length * LETTER_WIDTH;
      const share = shareOn(scale, instant);
      const left = Math.max(0, Math.min(width - length, share * width - length / 2));
      if (left >= taken + GAP) {
        ticks.push({ instant, share, label, left });
        taken = left + length;
        lastDay = day;
      }
    }
  }
  return ticks;
}

/** The vertical lines of the ticks, and the breaks in the axis with how long each really was. */
export function TimelineGrid({ ticks, scale, width }: { ticks: readonly Tick[]; scale: TimeScale; width: number }) {
  return (
    <>
      {ticks.map(({ instant, share }) => (
        <i key={instant} className="absolute inset-y-0 w-px bg-line" style={{ left: `${share * 100}%` }} />
      ))}
      {scale
        .filter(({ isBroken }) => isBroken)
        .map((stretch) => (
          <Break key={stretch.start} stretch={stretch} width={width} />
        ))}
    </>
  );
}

const BREAK_LABEL_WIDTH = 64;

function Break({ stretch, width }: { stretch: Stretch; width: number }) {
  const share = stretch.to - stretch.from;
  return (
    <div
      className="absolute inset-y-0 border-acw border-x border-dashed bg-[repeating-linear-gradient(135deg,transparent_0_5px,var(--line)_5px_6px)]"
      style={{ left: `${stretch.from * 100}%`, width: `${share * 100}%` }}
    >
      {share * width > BREAK_LABEL_WIDTH && (
        <span className="absolute inset-x-0 bottom-0.5 text-center text-ink-2 text-xs">
          <span className="rounded-small bg-surface px-1">{formatSeconds((stretch.end - stretch.start) / 1000)}</span>
        </span>
      )}
    </div>
  );
}

/** The times under the plot. */
export function TimelineAxis({ ticks }: { ticks: readonly Tick[] }) {
  return ticks.map(({ instant, left, label }) => (
    <span key={instant} className="absolute top-1.5 whitespace-nowrap" style={{ left }}>
      {label}
    </span>
  ));
}
