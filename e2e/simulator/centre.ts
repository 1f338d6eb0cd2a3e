import { type Arrival, makeSlot, SLOT_MS, type Slot } from "./arrivals";
import { DEFAULT_CREDENTIALS } from "./credentials";
import { localHourAt } from "./local-time";
import type { Plan } from "./plan";
import { planSession } from "./plan-session";
import type { VendorRecord } from "./record";
import { renderRecord } from "./render-record";
import type { CentreSettings } from "./settings";

/** A session's beginning and which of its records is meant. */
interface Row {
  arrival: Arrival;
  part: number;
}

/** Within this time every session is over, so that older rows need not be looked into to know whether they exist yet. */
const LONGEST_SESSION_MS = 24 * 3_600_000;
const SLOTS_KEPT = 1400;

export interface Centre {
  /** The rows of sessions that start in [fromMs, toMs), as far as they exist by `nowMs`, in the API's order. */
  rowsBetween(fromMs: number, toMs: number, nowMs: number): readonly Row[];
  render(row: Row, nowMs: number, timeZoneOffset: number): VendorRecord;
}

/** A session is in the list from its start, a conversation with an agent from the bot's hand-over on. */
function partsVisible(arrival: Arrival, nowMs: number): number {
  if (arrival.startMs > nowMs) return 0;
  if (arrival.kind === "bot") return 1;
  if (arrival.startMs + LONGEST_SESSION_MS < nowMs) return arrival.conversations;
  if (arrival.handoverMs > nowMs) return 0;
  return arrival.conversations === 1 ? 1 : planSession(arrival).filter((plan) => plan.visibleMs <= nowMs).length;
}

/** A small memory of the slots last used: it saves time and changes nothing. */
function rememberSlots(settings: CentreSettings): (id: number) => Slot {
  const slots = new Map<number, Slot>();
  return (id) => {
    const slot = slots.get(id) ?? makeSlot(id, settings);
    slots.delete(id);
    slots.set(id, slot);
    const [oldest] = slots.keys();
    if (slots.size > SLOTS_KEPT && oldest !== undefined) slots.delete(oldest);
    return slot;
  };
}

/** A contact centre whose conversations are a pure function of the settings and of time. */
export function createCentre(settings: CentreSettings, botId: string = DEFAULT_CREDENTIALS.streamId): Centre {
  localHourAt(0, settings.homeZone); // An unknown zone fails here, not at the first request.
  const slotAt = rememberSlots(settings);
  return {
    rowsBetween(fromMs, toMs, nowMs) {
      const botOnly: Row[] = [];
      const conversations: Row[] = [];
      const lastMs = Math.min(toMs, nowMs + 1);
      for (let id = Math.floor(fromMs / SLOT_MS); id * SLOT_MS < lastMs; id++) {
        for (const arrival of slotAt(id).arrivals) {
          if (arrival.startMs < fromMs || arrival.startMs >= lastMs) continue;
          const rows = arrival.kind === "bot" ? botOnly : conversations;
          const parts = partsVisible(arrival, nowMs);
          for (let part = 0; part < parts; part++) rows.push({ arrival, part });
        }
      }
      // Seen at the vendor: bot-only sessions upwards, then agent conversations downwards, as if two stores were merged.
      return botOnly.concat(conversations.reverse());
    },
    render({ arrival, part }, nowMs, timeZoneOffset) {
      const plan: Plan | undefined = planSession(arrival)[part];
      if (plan === undefined) throw new Error("A row without a plan");
      return renderRecord(plan, { nowMs, offset: timeZoneOffset }, botId);
    },
  };
}

/**
 * The truth that the API pages through, for tests that compare: every record whose session starts in [fromMs, toMs),
 * as it stands at `nowMs`, with all selectable parts and times at the offset (minutes, India -330).
 */
export function recordsBetween(
  settings: CentreSettings,
  fromMs: number,
  toMs: number,
  nowMs: number,
  timeZoneOffset: number,
): VendorRecord[] {
  const centre = createCentre(settings);
  return centre.rowsBetween(fromMs, toMs, nowMs).map((row) => centre.render(row, nowMs, timeZoneOffset));
}
