import { formatSeconds } from "@/lib/shared/format";
import { secondsOf, type TimelineBar } from "./timeline-model";

const LETTER_WIDTH = 6.6;
const PADDING = 16;
/** A longer name is cut, as long as so much of it can be read. */
const LEAST_LETTERS = 8;

/**
 * What stands on a bar of so many pixels: its name and how long it was, or as much of that as can be read; else beside
 * it, where `free` pixels follow.
 */
export function barLabel(bar: TimelineBar, width: number, free: number): { inside?: string; beside?: string } {
  const [name, length] = [bar.label, formatSeconds(secondsOf(bar))];
  const whole = name ? `${name} · ${length}` : length;
  const fits = (text: string, room: number) => room > text.length * LETTER_WIDTH + PADDING;
  if (fits(whole, width)) {
    return { inside: whole };
  }
  if (width > Math.min(name.length, LEAST_LETTERS) * LETTER_WIDTH + PADDING && !fits(whole, free)) {
    return { inside: name };
  }
  return { beside: [whole, length].find((text) => fits(text, free)) };
}
