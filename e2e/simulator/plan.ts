import type { Agent } from "./agents";
import type { Customer } from "./customers";
import type { Queue } from "./queues";

/** An agent's part in a conversation, as it will have been; instants in milliseconds. */
export interface Segment {
  agent: Agent;
  assignedMs: number;
  acceptedMs: number;
  firstResponseMs?: number;
  endMs: number;
  afterCallWorkEndMs?: number;
  /** When notes and dispositions are written: at the end of the after-call work. */
  wrappedUpMs: number;
  notes: readonly string[];
  /** Durations of the vendor are off by a second now and then. */
  slipSeconds: number;
}

/** An agent who was assigned and did not respond. */
export interface Miss {
  agent: Agent;
  assignedMs: number;
  /** When it was clear that they would not respond. */
  knownMs: number;
  event?: string;
}

export interface Callback {
  optedMs: number;
  acceptedMs?: number;
  /** Some servers write the word "True". */
  isWord: boolean;
}

/** A destination, as it will have been. */
export interface Visit {
  type: "QueueEntry" | "AgentSegment";
  fromMs: number;
  /** An AgentSegment can stand without a queue. */
  queue?: Queue;
  isQueueNamed: boolean;
  /** The time shown as EnterTime, if one is. */
  enterMs?: number;
  callback?: Callback;
  misses: readonly Miss[];
  responder?: Segment;
  /** An AgentSegment carries the agent's fields itself, not inside respondingAgent. */
  isFlat: boolean;
}

export interface Survey {
  atMs: number;
  type: "csat" | "nps" | "likeDislike";
  score: number;
  feedback?: string;
}

/** A record's whole life, with a clock showing only what has happened by then. */
export interface Plan {
  conversationId?: string;
  sessionId: string;
  direction: "Inbound" | "Outbound";
  channel: string;
  startMs: number;
  /** When the record first appears. */
  visibleMs: number;
  /** When it stops being TRANSIENT_OPEN. */
  closedMs: number;
  /** What is shown as the session's end: loose at the vendor. */
  shownEndMs: number;
  finalStatus: string;
  disconnectingEvent?: string;
  dispositions: readonly string[];
  remarks: readonly string[];
  wrappedUpMs: number;
  /** A supervisor changes the dispositions days later. */
  revision?: { atMs: number; dispositions: readonly string[] };
  visits: readonly Visit[];
  customer: Customer;
  intent?: string;
  survey?: Survey;
  /** Draws what does not matter to time: tags, profile, tones. */
  detailSeed: number;
}
