import { formatSeconds, formatShortDay, formatTime } from "@/lib/shared/format";
import { runsOf, type Stretch, shareOn, type TimeScale } from "./time-scale";
import { timeTicks } from "./timeline-model";

const TICK_WIDTH = 84;
const DAY_TICK_WIDTH = 132;

export interface Tick {
  instant: number;
  /** Share of the plot. */
  share: number;
  label: string;
}

/** Ticks at round local times, none on the label of another, with the day where there are several. */
export function axisTicks(scale: TimeScale, timeZone: string, width: number): Tick[] {
  const iso = (instant: number) => new Date(instant).toISOString();
  const day = (instant: number) => formatShortDay(iso(instant), timeZone);
  const hasDays = day(scale[0]?.start ?? 0) !== day(scale.at(-1)?.end ?? 0);
  const least = hasDays ? DAY_TICK_WIDTH : TICK_WIDTH;
  const ticks: Tick[] = [];
  for (const run of runsOf(scale)) {
    const most = Math.max(1, Math.floor(((run.to - run.from) * width) / least));
    const inRun = timeTicks(run, timeZone, most);
    for (const instant of inRun.length > 0 ? inRun : [run.start]) {
      const share = shareOn(scale, instant);
      const last = ticks.at(-1);
      if (!last || (share - last.share) * width >= least) {
        const time = formatTime(iso(instant), timeZone, true);
        ticks.push({ instant, share, label: hasDays ? `${day(instant)} ${time}` : time });
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

/** The times under the plot; the first and the last keep within it. */
export function TimelineAxis({ ticks, width }: { ticks: readonly Tick[]; width: number }) {
  return ticks.map(({ instant, share, label }) => {
    const isAtStart = share * width < label.length * 3.2;
    const isAtEnd = (1 - share) * width < label.length * 2;
    const shift = isAtStart ? "" : isAtEnd ? "-translate-x-full" : "-translate-x-1/2";
    return (
      <span key={instant} className={`absolute top-1.5 whitespace-nowrap ${shift}`} style={{ left: `${share * 100}%` }}>
        {label}
      </span>
    );
  });
}
