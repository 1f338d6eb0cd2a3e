"use client";

import type { ReactNode } from "react";
import { Button } from "react-aria-components";
import { Tooltip } from "@/components/ui/overlay/tooltip";

export interface TileProps {
  label: string;
  /** As formatted: `78.4 %`, `6m 12s`; a unit after a space is set small. */
  value: string;
  /** Change against the compared range, as formatted. */
  change?: string | null;
  changeTone?: "good" | "bad" | "flat";
  /** What the metric counts, shown on hover and focus. */
  definition: string;
  /** A word of warning beside the label: “unusual”. */
  flag?: string;
  isSelected?: boolean;
  onPress?: () => void;
  /** A sparkline. */
  children?: ReactNode;
}

const TONES = {
  good: { ink: "text-good", words: "better" },
  bad: { ink: "text-bad", words: "worse" },
  flat: { ink: "text-ink-3", words: "" },
};

const TILE = [
  "relative flex min-w-0 flex-[1_1_min(150px,50%)] flex-col border-line border-r border-b bg-surface px-3.5 pt-3 pb-2.5 text-left",
  "outline-offset-[-3px] data-hovered:bg-sunken aria-pressed:before:absolute aria-pressed:before:inset-x-0",
  "aria-pressed:before:top-0 aria-pressed:before:h-0.5 aria-pressed:before:bg-accent",
].join(" ");

/** One number with its change; pressing it puts the metric on the page's main chart. */
export function Tile({ definition, isSelected = false, onPress, ...content }: TileProps) {
  return (
    <Tooltip content={definition}>
      <Button
        aria-pressed={isSelected}
        onPress={onPress}
        className={`${TILE} ${onPress ? "cursor-pointer" : "cursor-default"}`}
      >
        <TileContent {...content} />
      </Button>
    </Tooltip>
  );
}

type ContentProps = Omit<TileProps, "definition" | "isSelected" | "onPress">;

function TileContent({ label, value, change, changeTone = "flat", flag, children }: ContentProps) {
  const { number, unit } = splitUnit(value);
  const tone = TONES[changeTone];
  return (
    <>
      <span className="flex w-full items-center gap-1.5 font-medium text-ink-2 text-s">
        <span className="truncate">{label}</span>
        {flag && (
          <em className="rounded-small bg-warn-wash px-[5px] font-semibold text-warn text-xs not-italic">{flag}</em>
        )}
      </span>
      <span className="mt-0.5 whitespace-nowrap font-[620] text-2xl leading-tight tracking-[-0.025em]">
        {number}
        {unit && (
          <small key={number} className="font-[550] text-ink-2 text-l tracking-normal">
            {" "}
            {unit}
          </small>
        )}
      </span>
      <span className="mt-auto flex min-h-[23px] w-full items-end justify-between gap-2 text-s">
        <span className={`whitespace-nowrap font-semibold ${tone.ink}`}>
          {change}
          {change && tone.words && <span className="sr-only"> ({tone.words})</span>}
        </span>
        {children}
      </span>
    </>
  );
}

/** `78.4 %` → 78.4 and %; `6m 12s` stays whole: its letters stand with their numbers. */
export function splitUnit(value: string): { number: string; unit: string } {
  const match = /^(\S+)\s([^\d\s]+)$/u.exec(value);
  return match?.[1] && match[2] ? { number: match[1], unit: match[2] } : { number: value, unit: "" };
}
