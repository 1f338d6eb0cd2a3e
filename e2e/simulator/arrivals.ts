import type { LocalHour } from "./local-time";
import type { Random } from "./random";
import type { Staff } from "./staff";

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
  staff: Staff;
  /** How much longer than usual callers wait now; 1 is an ordinary quarter hour. */
  pressure: number;
  arrivals: Arrival[];
}

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

/** A session that begins at `startMs`; its index is the slot's to give. */
export function makeArrival(random: Random, slot: Slot, startMs: number): Arrival {
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
