import type { Arrival } from "./arrivals";
import { mediumOf } from "./arrivals";
import type { Queue } from "./queues";
import type { Random } from "./random";
import type { Duty } from "./staff";

/** The circumstances under which a customer waits and is served. */
export interface Scene extends Duty {
  medium: "voice" | "chat" | "mail";
  pressure: number;
}

export function sceneOf({ channel, slot }: Arrival): Scene {
  const { staff, pressure, local } = slot;
  return { medium: mediumOf(channel), pressure, staff, weekday: local.weekday, hour: local.hour };
}

const MAIL_MEDIAN_SECONDS = 1500;
const MAIL_LONGEST_SECONDS = 6 * 3600;

/** Seconds until an agent is free: at once when it is quiet, else a long-tailed wait that grows with the pressure. */
export function drawWaitSeconds(random: Random, scene: Scene, queue: Queue): number {
  if (scene.medium === "mail") {
    return Math.min(MAIL_LONGEST_SECONDS, Math.round(random.lognormal(MAIL_MEDIAN_SECONDS * scene.pressure, 0.9)));
  }
  const load = scene.pressure * queue.waitFactor;
  if (random.chance(Math.max(0.1, Math.min(0.93, 1 - 0.15 * load)))) return random.int(0, 7);
  return Math.min(2400, Math.round(random.lognormal(82 * load, 0.8)));
}

/** Seconds after which the customer gives up. Its hazard rises: the longer the wait, the likelier the next second ends it. */
export function drawPatienceSeconds(random: Random, scene: Scene): number {
  if (scene.medium === "mail") return Number.POSITIVE_INFINITY;
  const scale = scene.medium === "voice" ? 230 : 340;
  return Math.max(2, Math.round(scale * (-Math.log(1 - random.unit())) ** (1 / 1.5)));
}

const TALK_SECONDS = { voice: 205, chat: 380, mail: 240 };

export function drawTalkSeconds(random: Random, scene: Scene, queue: Queue): number {
  return Math.max(4, Math.min(3600, Math.round(random.lognormal(TALK_SECONDS[scene.medium] * queue.talkFactor, 0.65))));
}
