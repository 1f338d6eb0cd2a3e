import type { Agent } from "./agents";
import type { Segment } from "./plan";
import type { Queue } from "./queues";
import type { Random } from "./random";
import { drawTalkSeconds, type Scene } from "./scene";
import { NOTES, RISKY_TEXTS } from "./texts";

function drawNotes(random: Random): string[] {
  const draw = random.unit();
  if (draw < 0.42) return [];
  const note = random.chance(0.015) ? random.pick(RISKY_TEXTS) : random.pick(NOTES);
  return draw < 0.92 ? [note] : [note, random.pick(NOTES)];
}

/** Seconds of after-call work, or nothing where the vendor does not tell. */
function drawAfterCallSeconds(random: Random): number | undefined {
  const draw = random.unit();
  if (draw < 0.06) return undefined;
  if (draw < 0.12) return 0;
  return Math.min(1800, Math.round(random.lognormal(34, 0.8)));
}

/** An agent accepts, talks, wraps up. */
export function planSegment(random: Random, scene: Scene, queue: Queue, agent: Agent, assignedMs: number): Segment {
  const pickupSeconds = random.int(1, scene.medium === "voice" ? 8 : 14);
  const acceptedMs = assignedMs + pickupSeconds * 1000;
  const talkMs = drawTalkSeconds(random, scene, queue) * 1000;
  const endMs = acceptedMs + talkMs;
  const hasFirstResponse = random.chance(scene.medium === "voice" ? 0.9 : 0.8);
  const firstResponseSeconds = scene.medium === "voice" ? random.int(0, 4) : Math.round(random.lognormal(14, 0.8));
  const firstResponseMs = hasFirstResponse ? acceptedMs + Math.min(talkMs, firstResponseSeconds * 1000) : undefined;
  const afterCallSeconds = drawAfterCallSeconds(random);
  const wrappedUpMs = endMs + (afterCallSeconds ?? 5) * 1000;
  return {
    agent,
    assignedMs,
    acceptedMs,
    firstResponseMs,
    endMs,
    afterCallWorkEndMs: afterCallSeconds === undefined ? undefined : wrappedUpMs,
    wrappedUpMs,
    notes: drawNotes(random),
    slipSeconds: random.chance(0.2) ? random.pick([-1, 1]) : 0,
  };
}
