import { type Arrival, SLOT_MS, type Slot } from "./arrivals";
import { DEFAULT_CREDENTIALS } from "./credentials";
import { localHourAt } from "./local-time";
import type { Plan } from "./plan";
import { planSession } from "./plan-session";
import type { VendorRecord } from "./record";
import { renamed } from "./renames";
import { renderRecord } from "./render-record";
import type { CentreSettings } from "./settings";
import { makeSlot } from "./slots";
import { isShownAsBots, partsVisible } from "./visibility";

/** A session's beginning and which of its records is meant; `isBots` where it is still shown as the bot's own. */
export interface Row {
  arrival: Arrival;
  part: number;
  isBots?: boolean;
}

const SLOTS_KEPT = 1400;
/** A session's end lies at most so long after its start. */
const LONGEST_SESSION_MS = 24 * 3_600_000;

export interface Centre {
  /** The rows of sessions that start in [fromMs, toMs), as far as they exist by `nowMs`, in the API's order. */
  rowsBetween(fromMs: number, toMs: number, nowMs: number): readonly Row[];
  /** The same by their end, as far as they have one. */
  rowsEndingBetween(fromMs: number, toMs: number, nowMs: number): readonly Row[];
  render(row: Row, nowMs: number, timeZoneOffset: number): VendorRecord;
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

/** The sessions that start in [fromMs, toMs), and not after `nowMs`, by their start. */
function* arrivalsBetween(slotAt: (id: number) => Slot, fromMs: number, toMs: number, nowMs: number) {
  const lastMs = Math.min(toMs, nowMs + 1);
  for (let id = Math.floor(fromMs / SLOT_MS); id * SLOT_MS < lastMs; id++) {
    for (const arrival of slotAt(id).arrivals) {
      if (arrival.startMs >= fromMs && arrival.startMs < lastMs) yield arrival;
    }
  }
}

/** A contact centre whose conversations are a pure function of the settings and of time. */
export function createCentre(settings: CentreSettings, botId: string = DEFAULT_CREDENTIALS.streamId): Centre {
  localHourAt(0, settings.homeZone); // An unknown zone fails here, not at the first request.
  const slotAt = rememberSlots(settings);
  function planOf({ arrival, part }: Row): Plan {
    const plan: Plan | undefined = planSession(arrival)[part];
    if (plan === undefined) throw new Error("A row without a plan");
    return plan;
  }
  const centre: Centre = {
    rowsBetween(fromMs, toMs, nowMs) {
      const botOnly: Row[] = [];
      const conversations: Row[] = [];
      for (const arrival of arrivalsBetween(slotAt, fromMs, toMs, nowMs)) {
        if (isShownAsBots(arrival, nowMs, settings)) botOnly.push({ arrival, part: 0, isBots: true });
        const rows = arrival.kind === "bot" ? botOnly : conversations;
        const parts = partsVisible(arrival, nowMs, settings);
        for (let part = 0; part < parts; part++) rows.push({ arrival, part });
      }
      // Seen at the vendor: bot-only sessions upwards, then agent conversations downwards, as if two stores were merged.
      return botOnly.concat(conversations.reverse());
    },
    rowsEndingBetween(fromMs, toMs, nowMs) {
      return centre.rowsBetween(fromMs - LONGEST_SESSION_MS, toMs, nowMs).filter((row) => {
        const { startMs, shownEndMs } = planOf(row);
        const atMs = row.isBots || shownEndMs > nowMs ? startMs : shownEndMs;
        return atMs >= fromMs && atMs < toMs;
      });
    },
    render(row, nowMs, timeZoneOffset) {
      const plan = planOf(row);
      const view = { nowMs, offset: timeZoneOffset };
      if (row.isBots) {
        return renderRecord({ ...plan, conversationId: undefined, closedMs: Number.POSITIVE_INFINITY }, view, botId);
      }
      return renamed(renderRecord(plan, view, botId), plan.startMs, nowMs, settings);
    },
  };
  return centre;
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

/**
 * When the sessions of the records of `recordsBetween` start, ascending, one instant in milliseconds for each record:
 * made without the records, so that a year of millions is counted in seconds.
 */
export function startsBetween(settings: CentreSettings, fromMs: number, toMs: number, nowMs: number): number[] {
  const starts: number[] = [];
  for (const arrival of arrivalsBetween((id) => makeSlot(id, settings), fromMs, toMs, nowMs)) {
    const parts = partsVisible(arrival, nowMs, settings);
    for (let part = 0; part < parts; part++) starts.push(arrival.startMs);
  }
  return starts;
}
