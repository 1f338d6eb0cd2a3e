/** Conversations that come on top of the ordinary ones, evenly over so many seconds. */
export interface Burst {
  atMs: number;
  seconds: number;
  conversations: number;
}

/** What the simulated centre is a function of. */
export interface CentreSettings {
  seed: number;
  /** Records a day, as the average of a week. */
  conversationsPerDay: number;
  /** The IANA zone in which its people live and its agents work. */
  homeZone: string;
  /** How many queues there are, 2 to 60. */
  queues?: number;
  /** How many agents, 1 to 500. */
  agents?: number;
  /** Each adds exactly its records, and changes none of the others. */
  bursts?: readonly Burst[];
  /** The share of sessions that the API shows only some time after their start. */
  lateShare?: number;
  /** The longest such time; each late session has its own, from a second on. */
  lateMinutes?: number;
  /** The share of sessions that are erased some time after their start, and the longest such time. */
  erasedShare?: number;
  erasedMinutes?: number;
  /** Whether a session stands in the list as the bot's own until it is handed over, and as the conversation from then on. */
  isBotFirst?: boolean;
  /** Queues and agents get new names every so many hours, on records of the last day too; 0 is never. */
  renameHours?: number;
  /** By which time of a conversation a range selects it; what has no end yet by its start. */
  selectBy?: "start" | "end";
}

export const DEFAULT_CENTRE: Required<CentreSettings> = {
  seed: 1,
  conversationsPerDay: 1500,
  homeZone: "Asia/Kolkata",
  queues: 12,
  agents: 49,
  bursts: [],
  lateShare: 0,
  lateMinutes: 60,
  erasedShare: 0,
  erasedMinutes: 24 * 60,
  isBotFirst: false,
  renameHours: 0,
  selectBy: "start",
};
