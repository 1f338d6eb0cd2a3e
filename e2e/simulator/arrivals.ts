import { type LocalHour, localHourAt } from "./local-time";
import { Random } from "./random";
import type { CentreSettings } from "./settings";

/** Centre time is cut into quarter hours: no zone's offset is finer, so that a slot has one local hour. */
export const SLOT_MS = 900_000;

export type Kind = "bot" | "inbound" | "outbound";

/** A session's beginning: the little that has to be known of every session of a window, to page through it. */
export interface Arrival {
  slot: Slot;
  index: number;
  startMs: number;
  kind: Kind;
  channel: string;
  /** When the bot handed over; with an outbound session its start. */
  handoverMs: number;
  /** A session can hold several conversations, one after the other; a bot-only session counts one. */
  conversations: number;
}

export interface Slot {
  id: number;
  seed: number;
  local: LocalHour;
  /** How much longer than usual callers wait now; 1 is an ordinary quarter hour. */
  pressure: number;
  arrivals: Arrival[];
}

const WEEKDAYS = [1.2, 1.12, 1.05, 1.04, 1.1, 0.84, 0.65];
const HOURS = [8, 5, 4, 3, 4, 8, 18, 34, 58, 86, 100, 98, 84, 78, 86, 90, 86, 78, 66, 58, 48, 36, 24, 14];
const HOURS_TOTAL = HOURS.reduce((sum, each) => sum + each, 0);
/** Sessions to open for a record wanted: some hold several conversations. */
const SESSIONS_PER_RECORD = 1 / 1.02;

const CHANNELS: readonly (readonly [string, number])[] = [
  ["Voice", 62],
  ["Web/Mobile Client", 27.5],
  ["System Mail", 7],
  ["telegram", 1.6],
  ["rtm", 1],
  ["Voice ", 0.5],
  ["WhatsApp – Prepaid", 0.4],
];

/** The three ways of talking that matter to times and fields, whatever the channel is called. */
export function mediumOf(channel: string): "voice" | "mail" | "chat" {
  const name = channel.trim();
  return name === "Voice" ? "voice" : name === "System Mail" ? "mail" : "chat";
}

const BOT_SHARE = { voice: 0.37, chat: 0.46, mail: 0.12 };
const OUTBOUND_SHARE = { voice: 0.08, chat: 0, mail: 0.02 };

function makeArrival(random: Random, slot: Slot, slotStartMs: number): Arrival {
  const startMs = slotStartMs + random.int(0, SLOT_MS / 1000 - 1) * 1000;
  const channel = random.weighted(CHANNELS);
  const medium = mediumOf(channel);
  const draw = random.unit();
  const kind = draw < BOT_SHARE[medium] ? "bot" : draw > 1 - OUTBOUND_SHARE[medium] ? "outbound" : "inbound";
  const botSeconds = medium === "mail" ? 1 : Math.min(1200, Math.round(random.lognormal(38, 0.8)));
  const handoverMs = kind === "outbound" ? startMs : startMs + botSeconds * 1000;
  const isRepeated = kind === "inbound" && medium !== "mail" && random.chance(0.035);
  const conversations = isRepeated ? random.int(2, 3) : 1;
  return { slot, index: 0, startMs, kind, channel, handoverMs, conversations };
}

/** Every session that begins in a quarter hour of the centre's time, in order. */
export function makeSlot(id: number, { seed, conversationsPerDay, homeZone }: CentreSettings): Slot {
  const random = new Random(seed, id);
  const local = localHourAt(id * SLOT_MS, homeZone);
  const ofDay = new Random(seed, local.day, 1);
  const dayFactor = 1 + 0.07 * Math.max(-2, Math.min(2, ofDay.normal()));
  const hourShare = (HOURS[local.hour] ?? 0) / HOURS_TOTAL;
  const mean =
    (conversationsPerDay * SESSIONS_PER_RECORD * dayFactor * hourShare * (WEEKDAYS[local.weekday - 1] ?? 1)) / 4;
  const rush = 0.75 + 0.45 * (hourShare / ((HOURS[10] ?? 1) / HOURS_TOTAL));
  const pressure = Math.max(0.3, Math.min(4, random.lognormal(rush * dayFactor, 0.35)));
  const slot: Slot = { id, seed, local, pressure, arrivals: [] };
  const count = random.poisson(mean);
  for (let each = 0; each < count; each++) slot.arrivals.push(makeArrival(random, slot, id * SLOT_MS));
  slot.arrivals.sort((a, b) => a.startMs - b.startMs);
  for (const [index, arrival] of slot.arrivals.entries()) arrival.index = index;
  return slot;
}
