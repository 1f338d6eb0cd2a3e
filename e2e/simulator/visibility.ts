import type { Arrival } from "./arrivals";
import { planSession } from "./plan-session";
import { Random } from "./random";
import type { CentreSettings } from "./settings";

/** Within this time every session is over, so that older rows need not be looked into to know whether they exist yet. */
const LONGEST_SESSION_MS = 24 * 3_600_000;

/** When the API begins to show a session: at its start, or some time later where the vendor is slow. */
function shownFromMs({ slot, index, startMs }: Arrival, { lateShare = 0, lateMinutes = 60 }: CentreSettings): number {
  if (lateShare <= 0) return startMs;
  const random = new Random(slot.seed, slot.id, index, 4);
  return random.chance(lateShare) ? startMs + random.int(1, lateMinutes * 60) * 1000 : startMs;
}

/** When the API ceases to show a session; never where it is not erased. */
function erasedFromMs({ slot, index, startMs }: Arrival, { erasedShare = 0, erasedMinutes = 1440 }: CentreSettings) {
  if (erasedShare <= 0) return Number.POSITIVE_INFINITY;
  const random = new Random(slot.seed, slot.id, index, 5);
  if (!random.chance(erasedShare)) return Number.POSITIVE_INFINITY;
  return startMs + random.int(1, erasedMinutes * 60) * 1000;
}

/** Whether a session that will be an agent's conversation is shown as the bot's own for now. */
export function isShownAsBots(arrival: Arrival, nowMs: number, settings: CentreSettings): boolean {
  const isHandedOver = arrival.kind === "bot" || arrival.handoverMs <= nowMs;
  return settings.isBotFirst === true && !isHandedOver && isShown(arrival, nowMs, settings);
}

function isShown(arrival: Arrival, nowMs: number, settings: CentreSettings): boolean {
  return shownFromMs(arrival, settings) <= nowMs && nowMs < erasedFromMs(arrival, settings);
}

/** A bot-only session is in the list as soon as it is shown, a conversation with an agent from the hand-over on. */
export function partsVisible(arrival: Arrival, nowMs: number, settings: CentreSettings): number {
  if (!isShown(arrival, nowMs, settings)) return 0;
  if (arrival.kind === "bot") return 1;
  if (arrival.startMs + LONGEST_SESSION_MS < nowMs) return arrival.conversations;
  if (arrival.handoverMs > nowMs) return 0;
  return arrival.conversations === 1 ? 1 : planSession(arrival).filter((plan) => plan.visibleMs <= nowMs).length;
}
