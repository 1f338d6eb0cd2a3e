import { compareInstants } from "@/lib/shared/instants";
import { shareOn, type TimeScale } from "./time-scale";
import type { TimelineBar, TimelineEvent } from "./timeline-model";

/** Up to as many are drawn one by one, however close they stand. */
export const MOST_APART = 150;
/** What stands closer than this cannot be told apart, in pixels. */
const EVENT_GAP = 12;
const BAR_GAP = 4;

/** Events in the order of time; of very many, those whose markers would cover each other are one: “14 events”. */
export function clusterEvents(events: readonly TimelineEvent[], scale: TimeScale, width: number): TimelineEvent[] {
  if (events.length <= MOST_APART) {
    return [...events];
  }
  const xOf = (event: TimelineEvent) => shareOn(scale, Date.parse(event.at)) * width;
  const clusters: { first: TimelineEvent; x: number; last: TimelineEvent; count: number; isBad: boolean }[] = [];
  for (const event of events) {
    const x = xOf(event);
    const isBad = event.tone === "bad";
    const cluster = clusters.at(-1);
    if (cluster && x - cluster.x < EVENT_GAP) {
      Object.assign(cluster, { last: event, count: cluster.count + 1, isBad: cluster.isBad || isBad });
    } else {
      clusters.push({ first: event, x, last: event, count: 1, isBad });
    }
  }
  return clusters.map(({ first, last, count, isBad }) =>
    count === 1
      ? first
      : {
          at: first.at,
          label: `${count} events`,
          aside: `${first.label} to ${last.label}`,
          tone: isBad ? "bad" : "neutral",
        },
  );
}

/** The bars of a lane; of very many, those of one kind between which no gap could be seen are one: “9 stretches”. */
export function clusterBars(bars: readonly TimelineBar[], scale: TimeScale, width: number): TimelineBar[] {
  if (bars.length <= MOST_APART) {
    return [...bars];
  }
  const xOf = (instant: string) => shareOn(scale, Date.parse(instant)) * width;
  const clusters: { bar: TimelineBar; count: number }[] = [];
  const lastOfKind = new Map<TimelineBar["kind"], { bar: TimelineBar; count: number }>();
  for (const bar of bars.toSorted((a, b) => compareInstants(a.startAt, b.startAt))) {
    const cluster = lastOfKind.get(bar.kind);
    if (cluster && xOf(bar.startAt) - xOf(cluster.bar.endAt) < BAR_GAP) {
      const endAt = Date.parse(bar.endAt) > Date.parse(cluster.bar.endAt) ? bar.endAt : cluster.bar.endAt;
      cluster.count += 1;
      cluster.bar = { ...cluster.bar, endAt, label: `${cluster.count} stretches` };
    } else {
      const added = { bar, count: 1 };
      lastOfKind.set(bar.kind, added);
      clusters.push(added);
    }
  }
  return clusters.map(({ bar }) => bar);
}
