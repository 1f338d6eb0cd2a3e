import type { Value } from "../../../lib/shared/contract";
import type { Unit } from "../../../lib/shared/units";

/**
 * Whether a text on the screen stands for a value: read back from the text, and rounded no more than the text is.
 * Written from the house's rules for numbers (1,234; 78.4 %; 4m 32s; – for what is missing), not from its formatter.
 */
export function standsFor(text: string, value: Value | undefined, unit: Unit): boolean {
  if (value === null || value === undefined) {
    return text === "–";
  }
  if (typeof value === "string") {
    return text === value;
  }
  const [least, most] = readRange(text, unit);
  const slack = 1e-6;
  return value >= least - slack && value <= most + slack;
}

/** The least and the most that are written as this text; two NaN, which hold nothing, where it is no such number. */
function readRange(text: string, unit: Unit): [number, number] {
  if (unit === "seconds") {
    return readSeconds(text);
  }
  const digits = (unit === "ratio" ? /^(-?[\d,]+\.\d) %$/ : /^(-?[\d,]+(?:\.\d)?)$/).exec(text)?.[1];
  const number = digits === undefined ? Number.NaN : Number(digits.replaceAll(",", ""));
  return unit === "ratio" ? [(number - 0.05) / 100, (number + 0.05) / 100] : [number - 0.05, number + 0.05];
}

function readSeconds(text: string): [number, number] {
  const [, hours, wholeMinutes] = /^(\d+)h (\d\d)m$/.exec(text) ?? [];
  if (hours !== undefined) {
    const seconds = Number(hours) * 3600 + Number(wholeMinutes) * 60;
    return [seconds - 0.5, seconds + 59.5];
  }
  const [, minutes, seconds] = /^(?:(\d+)m )?([\d.]+)s$/.exec(text) ?? [];
  const total = Number(minutes ?? 0) * 60 + Number(seconds ?? Number.NaN);
  const rounding = text.includes(".") ? 0.05 : 0.5;
  return [total - rounding, total + rounding];
}
