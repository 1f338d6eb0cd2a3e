import type { Miss, Segment, Visit } from "./plan";
import type { Queue } from "./queues";
import type { Random } from "./random";
import { drawPatienceSeconds, drawWaitSeconds, type Scene } from "./scene";
import { planSegment } from "./segment";
import { pickAgent } from "./staff";

/** A stay in a queue and how it came out. */
export interface QueueVisit {
  visit: Visit;
  endMs: number;
  outcome: "answered" | "abandoned";
}

const MISS_EVENTS: readonly (readonly [string | undefined, number])[] = [
  ["Ignored", 62],
  ["Supervisor Reassigned", 16],
  [undefined, 22],
];

/** Agents are rung one after the other until one accepts; each who does not costs the caller a ring. */
function ringAgents(random: Random, scene: Scene, queue: Queue, freeMs: number): { misses: Miss[]; segment: Segment } {
  const misses: Miss[] = [];
  let ringMs = freeMs;
  const missShare = Math.min(0.35, 0.09 * scene.pressure);
  while (misses.length < 4 && random.chance(missShare)) {
    const knownMs = ringMs + random.int(15, 30) * 1000;
    const agent = pickAgent(random, queue, scene);
    misses.push({ agent, assignedMs: ringMs, knownMs, event: random.weighted(MISS_EVENTS) });
    ringMs = knownMs;
  }
  const agent = pickAgent(random, queue, scene);
  return { misses, segment: planSegment(random, scene, queue, agent, ringMs) };
}

/** The vendor lists one assignment twice at times, and the responder among those who did not respond. */
function withRepeats(random: Random, misses: readonly Miss[], segment: Segment | undefined): Miss[] {
  const [first] = misses;
  if (first === undefined) return [];
  const listed = [...misses];
  if (random.chance(0.1)) listed.push(first);
  if (segment && random.chance(0.06)) {
    const { agent, assignedMs, acceptedMs } = segment;
    listed.push({ agent, assignedMs, knownMs: acceptedMs, event: "Supervisor Reassigned" });
  }
  return listed;
}

/** Rings that had begun when the customer gave up; the last of them ended with the call. */
function ringsBefore(giveUpMs: number, misses: readonly Miss[], { agent, assignedMs }: Segment): Miss[] {
  return [...misses, { agent, assignedMs, knownMs: giveUpMs }]
    .filter((miss) => miss.assignedMs <= giveUpMs)
    .map((miss) => (miss.knownMs > giveUpMs ? { ...miss, knownMs: giveUpMs, event: undefined } : miss));
}

/** EnterTime is rarely missing; rarer still the server's clocks disagree and the wait comes out negative. */
function drawEnterTime(random: Random, enterMs: number, { acceptedMs }: Segment): number | undefined {
  if (random.chance(0.006)) return undefined;
  return random.chance(0.002) ? acceptedMs + 1000 : enterMs;
}

/** A customer enters a queue, and is answered or gives up, whichever comes first. */
export function planQueueVisit(random: Random, scene: Scene, queue: Queue, enterMs: number): QueueVisit {
  const giveUpMs = enterMs + drawPatienceSeconds(random, scene) * 1000;
  const freeMs = enterMs + drawWaitSeconds(random, scene, queue) * 1000;
  const { misses, segment } = ringAgents(random, scene, queue, freeMs);
  const isAnswered = segment.acceptedMs <= giveUpMs;
  const rings = isAnswered ? misses : ringsBefore(giveUpMs, misses, segment);
  const responder = isAnswered ? segment : undefined;
  const visit: Visit = {
    type: "QueueEntry",
    fromMs: enterMs,
    queue,
    isQueueNamed: !random.chance(0.01),
    enterMs: drawEnterTime(random, enterMs, segment),
    misses: withRepeats(random, rings, responder),
    responder,
    isFlat: false,
  };
  return { visit, endMs: responder?.endMs ?? giveUpMs, outcome: isAnswered ? "answered" : "abandoned" };
}
