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

/** A bot-only session is in the list as soon as it is shown, a conversation with an agent from the hand-over on. */
export function partsVisible(arrival: Arrival, nowMs: number, settings: CentreSettings): number {
  if (shownFromMs(arrival, settings) > nowMs) return 0;
  if (arrival.kind === "bot") return 1;
  if (arrival.startMs + LONGEST_SESSION_MS < nowMs) return arrival.conversations;
  if (arrival.handoverMs > nowMs) return 0;
  return arrival.conversations === 1 ? 1 : planSession(arrival).filter((plan) => plan.visibleMs <= nowMs).length;
}
