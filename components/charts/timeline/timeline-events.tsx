"use client";

import { distinctKeys } from "@/lib/shared/distinct-keys";
import { formatTime } from "@/lib/shared/format";
import { placeLabels } from "./place-labels";
import { shareOn, type TimeScale } from "./time-scale";
import type { TimelineEvent } from "./timeline-model";
import { MARK_COLOURS } from "./timeline-theme";

interface Props {
  events: readonly TimelineEvent[];
  scale: TimeScale;
  /** Of the plot, in pixels. */
  width: number;
  timeZone: string;
  onActive: (event: TimelineEvent | null) => void;
}

const ROW = 17;
const FOOT = 12;
const MOST_LETTERS = 30;

/** What happened, in order, each on its instant; labels never touch, and one without room is in the name of its marker. */
export function TimelineEvents({ events, scale, width, timeZone, onActive }: Props) {
  const keys = distinctKeys(events.map(({ at, label, aside }) => `${at}${label}${aside}`));
  const shares = events.map(({ at }) => shareOn(scale, Date.parse(at)));
  const texts = events.map(({ label }) =>
    label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label,
  );
  const labels = texts.map((text, index) => ({ text, x: (shares[index] ?? 0) * width }));
  const placed = placeLabels(labels, width, width < 480 ? 5 : 8);
  const rows = Math.max(0, ...placed.map(({ row }) => (row ?? -1) + 1));
  return (
    <>
      <p className="self-end pr-2 pb-1 text-ink-3 text-s" style={{ gridRow: 1 }}>
        Events
      </p>
      <div className="relative col-start-2" style={{ gridRow: 1, height: rows * ROW + FOOT }}>
        {keys.map((key, index) => {
          const row = placed[index]?.row ?? null;
          return (
            <i
              key={key}
              aria-hidden
              className="absolute bottom-0 w-px bg-line-strong"
              style={{
                left: `${(shares[index] ?? 0) * 100}%`,
                height: row === null ? FOOT : FOOT + row * ROW + ROW / 2,
              }}
            />
          );
        })}
        {keys.map((key, index) => {
          const place = placed[index];
          return (
            place?.row !== null && (
              <span
                key={key}
                aria-hidden
                className="pointer-events-none absolute rounded-small bg-surface px-1 text-ink-2 text-xs leading-[17px] whitespace-nowrap"
                style={{ left: (place?.left ?? 0) + 1, bottom: FOOT + (place?.row ?? 0) * ROW }}
              >
                <bdi>{texts[index]}</bdi>
              </span>
            )
          );
        })}
        {events.map((event, index) => (
          <span
            key={keys[index]}
            role="img"
            data-point=""
            // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move from one event to the next
            tabIndex={0}
            aria-label={describeEvent(event, timeZone)}
            onFocus={() => onActive(event)}
            onBlur={() => onActive(null)}
            onPointerEnter={() => onActive(event)}
            onPointerLeave={() => onActive(null)}
            className="absolute bottom-0 -ml-[5px] grid size-[11px] place-items-center rounded-full"
            style={{ left: `${(shares[index] ?? 0) * 100}%` }}
          >
            <i
              className="size-[7px] rounded-full ring-1 ring-surface"
              style={{ background: MARK_COLOURS[event.tone] }}
            />
          </span>
        ))}
      </div>
    </>
  );
}

/** `07:41:23, Accepted, pick-up 25s` */
function describeEvent({ at, label, aside }: TimelineEvent, timeZone: string): string {
  return [formatTime(at, timeZone, true), label, aside].filter(Boolean).join(", ");
}
