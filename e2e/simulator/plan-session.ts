import type { Arrival } from "./arrivals";
import { pickCustomer } from "./customers";
import { planEnding, planSurvey } from "./ending";
import { type Journey, planJourney } from "./journey";
import type { Plan, Visit } from "./plan";
import { Random } from "./random";
import { type Scene, sceneOf } from "./scene";
import { planSegment } from "./segment";
import { pickAgent, pickQueue } from "./staff";
import { DISPOSITIONS, INTENTS } from "./texts";

type Opening = Pick<Plan, "sessionId" | "channel" | "startMs" | "customer" | "intent">;

function openSession(random: Random, { startMs, channel, kind }: Arrival): Opening {
  const intent = kind === "outbound" || random.chance(0.06) ? undefined : random.weighted(INTENTS);
  return {
    // The vendor's session ids begin with the start in Unix seconds.
    sessionId: (startMs / 1000).toString(16).padStart(8, "0") + random.hex(16),
    channel,
    startMs,
    customer: pickCustomer(random),
    intent,
  };
}

function planBotSession(random: Random, opening: Opening, closedMs: number): Plan {
  const event = random.weighted([
    ["Bot Hangup", 62],
    ["User Hangup", 30],
    ["", 4],
    [undefined, 4],
  ] as const);
  const survey = planSurvey(random, closedMs, 0.03, 0.7);
  return {
    ...opening,
    direction: "Inbound",
    visibleMs: opening.startMs,
    closedMs,
    shownEndMs: closedMs,
    finalStatus: "BotResolved",
    disconnectingEvent: event,
    dispositions: [],
    remarks: [],
    wrappedUpMs: closedMs,
    visits: [],
    survey,
    detailSeed: random.uint(),
  };
}

/** The vendor's session end is loose: with some it is the moment of acceptance, with others before the talk's end. */
function looseEnd(random: Random, closedMs: number, visits: readonly Visit[]): number {
  const last = visits.at(-1)?.responder;
  const draw = random.unit();
  if (last && draw < 0.12) return last.acceptedMs;
  if (last && draw < 0.3) return Math.max(last.acceptedMs, last.endMs - random.int(1, 5) * 1000);
  if (last && draw < 0.38) return last.wrappedUpMs;
  return closedMs + random.int(0, 2) * 1000;
}

function planConversation(random: Random, scene: Scene, opening: Opening, fromMs: number, journey: Journey): Plan {
  const { visits, closedMs, outcome } = journey;
  const last = visits.at(-1)?.responder;
  const wrappedUpMs = Math.max(closedMs, last?.wrappedUpMs ?? closedMs);
  const isRevised = outcome === "answered" && random.chance(0.012);
  const revisedMs = wrappedUpMs + random.int(1, 72) * 3_600_000;
  const survey = planSurvey(
    random,
    closedMs,
    outcome === "answered" ? 0.14 : 0.02,
    outcome === "answered" ? 0.78 : 0.3,
  );
  return {
    ...opening,
    conversationId: `c-${random.guid(7)}`,
    direction: "Inbound",
    visibleMs: fromMs,
    closedMs,
    shownEndMs: looseEnd(random, closedMs, visits),
    ...planEnding(random, scene, journey),
    wrappedUpMs,
    revision: isRevised ? { atMs: revisedMs, dispositions: [random.weighted(DISPOSITIONS)] } : undefined,
    visits,
    survey,
    detailSeed: random.uint(),
  };
}

/** The centre calls a customer: no entry into a queue, whose name is often missing too. */
function planOutbound(random: Random, scene: Scene, fromMs: number): Journey {
  const queue = pickQueue(random, scene.staff);
  const agent = pickAgent(random, queue, scene);
  const responder = planSegment(random, scene, queue, agent, fromMs);
  const isReached = random.chance(0.82);
  const base = {
    type: "QueueEntry",
    fromMs,
    queue,
    isQueueNamed: random.chance(0.5),
    misses: [],
    isFlat: false,
  } as const;
  const closedMs = isReached ? responder.endMs : fromMs + random.int(10, 45) * 1000;
  return { visits: [isReached ? { ...base, responder } : base], closedMs, outcome: isReached ? "answered" : "dropped" };
}

/** The records of one session, in order: always the same for the same arrival. */
export function planSession(arrival: Arrival): Plan[] {
  const { slot, index, kind, handoverMs, conversations } = arrival;
  const random = new Random(slot.seed, slot.id, index, 2);
  const opening = openSession(random, arrival);
  if (kind === "bot") return [planBotSession(random, opening, handoverMs)];
  const scene = sceneOf(arrival);
  if (kind === "outbound") {
    const plan = planConversation(random, scene, opening, handoverMs, planOutbound(random, scene, handoverMs));
    return [{ ...plan, direction: "Outbound" }];
  }
  const plans: Plan[] = [];
  let fromMs = handoverMs;
  while (plans.length < conversations) {
    const plan = planConversation(random, scene, opening, fromMs, planJourney(random, scene, fromMs));
    plans.push(plan);
    fromMs = plan.closedMs + random.int(20, 300) * 1000;
  }
  return plans;
}
