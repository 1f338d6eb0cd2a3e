import type { Journey } from "./journey";
import type { Plan, Survey } from "./plan";
import type { Random } from "./random";
import type { Scene } from "./scene";
import { DISPOSITIONS, FEEDBACK, REMARKS, RISKY_TEXTS } from "./texts";

type Event = readonly (readonly [string | undefined, number])[];

const ANSWERED_BY_VOICE: Event = [
  ["User Hangup", 46],
  ["Agent Hangup", 27],
  ["Agent Closed", 18],
  ["System Hangup", 3],
  ["", 3],
  [undefined, 3],
];
const ANSWERED_IN_WRITING: Event = [
  ["Agent Closed", 78],
  ["User Hangup", 8],
  ["System Hangup", 7],
  ["", 4],
  [undefined, 3],
];
const ABANDONED: Event = [
  ["User Hangup", 91],
  ["", 4],
  [undefined, 5],
];
const DROPPED_OFF: Event = [
  ["Bot Hangup", 70],
  ["System Hangup", 24],
  [undefined, 6],
];

const ANSWERED_STATUS = [
  ["CLOSED", 980],
  ["USER ABANDONED", 12],
  ["TERMINATED", 4],
  ["TRANSIENT_CLOSED", 2],
  ["Dropped", 2],
] as const;
const ABANDONED_STATUS = [
  ["USER ABANDONED", 92],
  ["Dropped", 4],
  ["CLOSED", 3],
  ["TRANSIENT_DROPOFF", 1],
] as const;
const DROPPED_OFF_STATUS = [
  ["CLOSED", 97],
  ["TERMINATED", 3],
] as const;
const DROPPED_STATUS = [
  ["Dropped", 55],
  ["CLOSED", 45],
] as const;

type Ending = Pick<Plan, "finalStatus" | "disconnectingEvent" | "dispositions" | "remarks">;

function ending(finalStatus: string, event: string | undefined, dispositions: string[], remarks: string[]): Ending {
  return { finalStatus, disconnectingEvent: event, dispositions, remarks };
}

function drawDispositions(random: Random): string[] {
  const draw = random.unit();
  if (draw < 0.04) return [];
  const first = random.weighted(DISPOSITIONS);
  return draw < 0.95 ? [first] : [...new Set([first, random.weighted(DISPOSITIONS)])];
}

function drawRemarks(random: Random): string[] {
  if (random.chance(0.6)) return [];
  return [random.chance(0.02) ? random.pick(RISKY_TEXTS) : random.pick(REMARKS)];
}

/** Status, event and dispositions that the outcome brings, with the vendor's traps among them. */
export function planEnding(random: Random, scene: Scene, { outcome }: Journey): Ending {
  switch (outcome) {
    case "answered": {
      const event = random.weighted(scene.medium === "voice" ? ANSWERED_BY_VOICE : ANSWERED_IN_WRITING);
      return ending(random.weighted(ANSWERED_STATUS), event, drawDispositions(random), drawRemarks(random));
    }
    case "abandoned":
      return ending(random.weighted(ABANDONED_STATUS), random.weighted(ABANDONED), [], []);
    case "droppedOff":
      return ending(random.weighted(DROPPED_OFF_STATUS), random.weighted(DROPPED_OFF), ["DROP-OFF"], ["-"]);
    case "dropped":
      return ending(random.weighted(DROPPED_STATUS), "System Hangup", ["System Generated"], []);
  }
}

/** A survey that a few answer minutes later; long waits and missing answers show in the scores. */
export function planSurvey(random: Random, closedMs: number, share: number, mood: number): Survey | undefined {
  if (!random.chance(share)) return undefined;
  const type = random.weighted([
    ["csat", 5],
    ["nps", 3],
    ["likeDislike", 2],
  ] as const);
  const feel = mood + 0.28 * random.normal();
  const scores = {
    csat: 1 + Math.round(4 * Math.max(0, Math.min(1, feel))),
    nps: Math.round(10 * Math.max(0, Math.min(1, feel))),
    likeDislike: feel > 0.45 ? 1 : 0,
  };
  const atMs = closedMs + random.int(30, 600) * 1000;
  const hasFeedback = type === "csat" && random.chance(0.4);
  return { atMs, type, score: scores[type], feedback: hasFeedback ? random.pick(FEEDBACK) : undefined };
}
