import { describe, expect, it } from "vitest";
import { timeScale } from "./time-scale";
import { clusterBars, clusterEvents, MOST_APART } from "./timeline-clusters";
import type { TimelineBar, TimelineEvent } from "./timeline-model";

const at = (second: number) => new Date(Date.parse("2026-03-10T08:00:00Z") + second * 1000).toISOString();
const HOUR = timeScale([Date.parse(at(0)), Date.parse(at(3600))]);

const eventsEvery = (seconds: number, count: number): TimelineEvent[] =>
  Array.from({ length: count }, (_, index) => ({ at: at(index * seconds), label: `e${index}`, tone: "good" }));
const barsEvery = (seconds: number, count: number, kind: TimelineBar["kind"] = "waiting"): TimelineBar[] =>
  Array.from({ length: count }, (_, index) => ({
    startAt: at(index * seconds),
    endAt: at(index * seconds + seconds / 2),
    kind,
    label: `b${index}`,
  }));

describe("events of a timeline", () => {
  it("are drawn one by one up to some number, though they cover each other", () => {
    const events = eventsEvery(1, MOST_APART);
    expect(clusterEvents(events, HOUR, 900)).toEqual(events);
  });

  it("are one where very many stand within twelve pixels: nothing is lost but their markers", () => {
    // 360 events ten seconds apart on 900 pixels: 2.5 pixels apart, five of them within twelve.
    const events = eventsEvery(10, 360);
    const clusters = clusterEvents(events, HOUR, 900);
    expect(clusters).toHaveLength(72);
    expect(clusters[0]).toEqual({ at: at(0), label: "5 events", aside: "e0 to e4", tone: "neutral" });
    expect(clusters[1]).toMatchObject({ at: at(50), aside: "e5 to e9" });
    expect(
      clusterEvents(
        [...events.slice(0, 3), { ...events[3], tone: "bad" } as TimelineEvent, ...events.slice(4)],
        HOUR,
        900,
      )[0]?.tone,
    ).toBe("bad");
  });
});

describe("bars of a lane", () => {
  it("are drawn one by one up to some number", () => {
    const bars = barsEvery(1, MOST_APART);
    expect(clusterBars(bars, HOUR, 900)).toEqual(bars);
  });

  it("of one kind are one where no gap could be seen between them, and others where it could", () => {
    // Ten seconds apart, five long: a gap of 1.25 pixels on 900, of 12.5 on 9,000.
    const bars = [...barsEvery(10, 180), ...barsEvery(10, 180, "ringing")];
    expect(clusterBars(bars, HOUR, 900)).toEqual([
      { startAt: at(0), endAt: at(1795), kind: "waiting", label: "180 stretches" },
      { startAt: at(0), endAt: at(1795), kind: "ringing", label: "180 stretches" },
    ]);
    expect(clusterBars(bars, HOUR, 9000)).toHaveLength(360);
  });
});
