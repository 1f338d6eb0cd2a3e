import { type Arrival, makeArrival, SLOT_MS, type Slot } from "./arrivals";
import { Random } from "./random";
import type { Burst } from "./settings";

/** Indexes of a burst begin where no quarter hour's own ones and no other burst's reach. */
const FIRST_INDEX = 2 ** 24;

/**
 * The part of a burst that begins in a slot, one record for each session. A slot's part needs no knowledge of the
 * other slots: the parts of all of them sum up to the burst's conversations exactly.
 */
export function makeBurst(slot: Slot, { atMs, seconds, conversations }: Burst, order: number): Arrival[] {
  const atSecond = Math.floor(atMs / 1000);
  const lowest = Math.max(atSecond, (slot.id * SLOT_MS) / 1000);
  const highest = Math.min(atSecond + seconds, ((slot.id + 1) * SLOT_MS) / 1000);
  if (lowest >= highest) return [];
  const begunBefore = (second: number) => Math.round((conversations * (second - atSecond)) / seconds);
  const random = new Random(slot.seed, slot.id, order, 3);
  const arrivals: Arrival[] = [];
  for (let each = begunBefore(lowest); each < begunBefore(highest); each++) {
    const arrival = makeArrival(random, slot, random.int(lowest, highest - 1) * 1000);
    arrivals.push({ ...arrival, index: FIRST_INDEX * (order + 1) + arrivals.length, conversations: 1 });
  }
  return arrivals;
}
