import { makeArrival, SLOT_MS, type Slot } from "./arrivals";
import { makeBurst } from "./bursts";
import { localHourAt } from "./local-time";
import { Random } from "./random";
import type { CentreSettings } from "./settings";
import { staffOf } from "./staff";

const WEEKDAYS = [1.2, 1.12, 1.05, 1.04, 1.1, 0.84, 0.65];
const HOURS = [8, 5, 4, 3, 4, 8, 18, 34, 58, 86, 100, 98, 84, 78, 86, 90, 86, 78, 66, 58, 48, 36, 24, 14];
const HOURS_TOTAL = HOURS.reduce((sum, each) => sum + each, 0);
/** Sessions to open for a record wanted: some hold several conversations. */
const SESSIONS_PER_RECORD = 1 / 1.02;

/** Every session that begins in a quarter hour of the centre's time, in order. */
export function makeSlot(id: number, settings: CentreSettings): Slot {
  const { seed, conversationsPerDay, homeZone, bursts = [] } = settings;
  const random = new Random(seed, id);
  const local = localHourAt(id * SLOT_MS, homeZone);
  const ofDay = new Random(seed, local.day, 1);
  const dayFactor = 1 + 0.07 * Math.max(-2, Math.min(2, ofDay.normal()));
  const hourShare = (HOURS[local.hour] ?? 0) / HOURS_TOTAL;
  const mean =
    (conversationsPerDay * SESSIONS_PER_RECORD * dayFactor * hourShare * (WEEKDAYS[local.weekday - 1] ?? 1)) / 4;
  const rush = 0.75 + 0.45 * (hourShare / ((HOURS[10] ?? 1) / HOURS_TOTAL));
  const pressure = Math.max(0.3, Math.min(4, random.lognormal(rush * dayFactor, 0.35)));
  const slot: Slot = { id, seed, local, staff: staffOf(settings), pressure, arrivals: [] };
  const count = random.poisson(mean);
  for (let each = 0; each < count; each++) {
    slot.arrivals.push(makeArrival(random, slot, id * SLOT_MS + random.int(0, SLOT_MS / 1000 - 1) * 1000));
  }
  slot.arrivals.sort((a, b) => a.startMs - b.startMs);
  for (const [index, arrival] of slot.arrivals.entries()) arrival.index = index;
  const extra = bursts.flatMap((burst, index) => makeBurst(slot, burst, index));
  if (extra.length > 0) slot.arrivals = [...slot.arrivals, ...extra].sort((a, b) => a.startMs - b.startMs);
  return slot;
}
