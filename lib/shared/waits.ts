import { MINUTE_SECONDS } from "./instants";

/** Edges of the bands by which waits are counted, in seconds: each is about twice the one before, as waits are felt. */
const EDGES = [0, 5, 10, 20, 30, 60, 120, 300, 600] as const;

/** Waits over `fromSeconds` and at most `toSeconds`, which is null in the last band; the first begins with 0 itself. */
export interface WaitBand {
  /** `20-30`, and `600-` for the last: the value of the filter `wait`. */
  id: string;
  fromSeconds: number;
  toSeconds: number | null;
}

/**
 * The bands of the dataset `waits`. An edge belongs to the band below it, as “within a threshold” means at most
 * (METRICS, "Base rules"): so what lies left of a threshold is what was answered within it.
 */
export const WAIT_BANDS: readonly WaitBand[] = EDGES.map((fromSeconds, index) => {
  const toSeconds = EDGES[index + 1] ?? null;
  return { id: `${fromSeconds}-${toSeconds ?? ""}`, fromSeconds, toSeconds };
});

/** `20–30 s`, `1–2 min`, `over 10 min`; what is no band stands for itself. */
export function nameWaitBand(id: string): string {
  const band = WAIT_BANDS.find((each) => each.id === id);
  if (!band) {
    return id;
  }
  const isMinutes = band.fromSeconds >= MINUTE_SECONDS;
  const [size, unit] = isMinutes ? [MINUTE_SECONDS, "min"] : [1, "s"];
  const [from, to] = [band.fromSeconds / size, band.toSeconds === null ? null : band.toSeconds / size];
  return to === null ? `over ${from} ${unit}` : `${from}–${to} ${unit}`;
}
