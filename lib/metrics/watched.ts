import { BOT } from "@/lib/shared/filters";
import type { Grain } from "@/lib/store/filters/grains";
import { metricOf } from "./catalogue";
import type { Measure } from "./measures";

/** Whose metrics are watched; more is one more entry. Those of the whole are counts of conversations and of entries. */
export const WATCHED = [
  {
    kind: "floor",
    of: "whole",
    name: "All conversations",
    metrics: [
      "serviceLevel",
      "queueAbandonRate",
      "waitSecondsAverage",
      "conversationAbandonRate",
      "callbacksOutstanding",
      "callbackAcceptRate",
    ],
  },
  { kind: "bot", of: "whole", name: BOT, metrics: ["containmentRate"] },
  {
    kind: "queue",
    of: "queue",
    metrics: ["serviceLevel", "queueAbandonRate", "waitSecondsAverage", "callbacksOutstanding"],
  },
  { kind: "agent", of: "agent", metrics: ["responseRate", "pickupSecondsAverage"] },
] as const satisfies readonly Watched[];

export interface Watched {
  kind: "floor" | "bot" | "queue" | "agent";
  name?: string;
  /** What its subjects are grouped by; the whole is everything that the filters leave. */
  of: Grouping;
  metrics: readonly string[];
}
export type Grouping = "whole" | "queue" | "agent";

/** The sums that the metrics of these groupings are judged by, over these families of rows. */
export function samplesOf(groupings: readonly Grouping[], grains: readonly Grain[]): Record<string, Measure> {
  const metrics = WATCHED.filter(({ of }) => groupings.includes(of)).flatMap((watched: Watched) => watched.metrics);
  const measures = metrics.flatMap((id) => Object.entries(metricOf(id).sample?.measures ?? {}));
  return Object.fromEntries(measures.filter(([, { grain }]) => grains.includes(grain)));
}
