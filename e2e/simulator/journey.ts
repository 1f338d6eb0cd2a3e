import type { Visit } from "./plan";
import { planQueueVisit } from "./queue-visit";
import type { Queue } from "./queues";
import type { Random } from "./random";
import type { Scene } from "./scene";
import { planSegment } from "./segment";
import { pickAgent, pickQueue } from "./staff";

/** What happened between the bot's hand-over and the conversation's close. */
export interface Journey {
  visits: readonly Visit[];
  closedMs: number;
  outcome: "answered" | "abandoned" | "droppedOff" | "dropped";
}

/** A transfer to one agent, without a queue; how its fields are carried differs among servers. */
function directTo(random: Random, scene: Scene, queue: Queue, fromMs: number, before: readonly Visit[]): Journey {
  const agent = pickAgent(random, queue, scene);
  const responder = planSegment(random, scene, queue, agent, fromMs);
  const isFlat = random.chance(0.5);
  const visit: Visit = { type: "AgentSegment", fromMs, isQueueNamed: false, misses: [], responder, isFlat };
  return { visits: [...before, visit], closedMs: responder.endMs, outcome: "answered" };
}

/** Nobody comes, and at last the system closes it. */
function planDropOff(random: Random, scene: Scene, fromMs: number): Journey {
  const queue = pickQueue(random, scene.staff);
  const closedMs = fromMs + random.int(120, 420) * 1000;
  const agent = pickAgent(random, queue, scene);
  const misses = random.chance(0.6)
    ? [{ agent, assignedMs: fromMs, knownMs: Math.min(closedMs, fromMs + 30_000) }]
    : [];
  const visit: Visit = {
    type: "QueueEntry",
    fromMs,
    queue,
    isQueueNamed: true,
    enterMs: fromMs,
    misses,
    isFlat: false,
  };
  return { visits: [visit], closedMs, outcome: "droppedOff" };
}

/** The caller asks to be called back; most are reached, and the entry then has a responding agent. */
function planCallback(random: Random, scene: Scene, fromMs: number): Journey {
  const queue = pickQueue(random, scene.staff);
  const optedMs = fromMs + random.int(15, 120) * 1000 + random.int(0, 999);
  const assignedMs = Math.floor(optedMs / 1000) * 1000 + Math.min(7200, Math.round(random.lognormal(420, 0.9))) * 1000;
  const agent = pickAgent(random, queue, scene);
  const segment = planSegment(random, scene, queue, agent, assignedMs);
  const isReached = random.chance(0.78);
  const acceptedMs = segment.acceptedMs + random.int(300, 1900);
  const visit: Visit = {
    type: "QueueEntry",
    fromMs,
    queue,
    isQueueNamed: true,
    enterMs: fromMs,
    callback: { optedMs, acceptedMs: isReached ? acceptedMs : undefined, isWord: random.chance(0.12) },
    misses: isReached ? [] : [{ agent, assignedMs, knownMs: assignedMs + 25_000, event: "Ignored" }],
    responder: isReached ? segment : undefined,
    isFlat: false,
  };
  const closedMs = isReached ? Math.max(segment.endMs, acceptedMs) : assignedMs + 25_000;
  return { visits: [visit], closedMs, outcome: isReached ? "answered" : "dropped" };
}

const OVERFLOW_MS = 150_000;

/** A long wait overflows to another queue: what would have happened later in this one did not. */
function cutShort({ responder: _, ...visit }: Visit, atMs: number): Visit {
  return { ...visit, misses: visit.misses.filter((miss) => miss.knownMs <= atMs) };
}

/** Queue after queue: an answered call can be transferred to another queue or agent, one that waits long overflows. */
function planQueues(random: Random, scene: Scene, fromMs: number): Journey {
  const visits: Visit[] = [];
  let queue = pickQueue(random, scene.staff);
  let atMs = fromMs;
  for (let hop = 0; ; hop++) {
    const { visit, endMs, outcome } = planQueueVisit(random, scene, queue, atMs);
    const waitedUntilMs = visit.responder?.acceptedMs ?? endMs;
    const canMoveOn = hop < 2 && scene.medium !== "mail";
    if (canMoveOn && waitedUntilMs > atMs + OVERFLOW_MS && random.chance(0.3)) {
      atMs += OVERFLOW_MS;
      visits.push(cutShort(visit, atMs));
    } else {
      visits.push(visit);
      const isTransferred = canMoveOn && outcome === "answered" && random.chance(0.085);
      if (!isTransferred) return { visits, closedMs: endMs, outcome };
      atMs = endMs;
      if (random.chance(0.3)) return directTo(random, scene, queue, atMs, visits);
    }
    queue = pickQueue(random, scene.staff, queue);
  }
}

/** One conversation's way through the centre. */
export function planJourney(random: Random, scene: Scene, fromMs: number): Journey {
  const draw = random.unit();
  if (draw < 0.04 && scene.medium !== "mail") {
    return { visits: [], closedMs: fromMs + random.int(1, 40) * 1000, outcome: "abandoned" };
  }
  if (draw < 0.075) return planDropOff(random, scene, fromMs);
  if (draw < 0.1) return directTo(random, scene, pickQueue(random, scene.staff), fromMs, []);
  if (draw < 0.17 && scene.medium === "voice") return planCallback(random, scene, fromMs);
  return planQueues(random, scene, fromMs);
}
