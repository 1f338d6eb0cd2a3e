import { KoreError } from "@/lib/kore/errors";
import { CallboardError } from "@/lib/shared/errors";
import { MINUTE_MS } from "@/lib/shared/instants";
import { LeaseLost } from "@/lib/store/sync/lease";

const AFTER_REFUSAL_MS = 5 * MINUTE_MS;
const AFTER_STORE_TROUBLE_MS = 5000;

export interface Log {
  info(message: string): void;
  error(message: string): void;
}

/** What a run that failed means for people, for the log, and for when to run again. */
export interface Failure {
  message: string;
  logged: string;
  pauseMs: number;
}

export function failureOf(error: unknown, intervalSeconds: number): Failure {
  const pauseMs = intervalSeconds * 1000;
  if (error instanceof KoreError) {
    const refused = Math.max(AFTER_REFUSAL_MS, pauseMs);
    return { message: error.message, logged: error.message, pauseMs: error.isPassing ? pauseMs : refused };
  }
  if (error instanceof CallboardError) {
    return { message: error.message, logged: error.message, pauseMs: Math.min(AFTER_STORE_TROUBLE_MS, pauseMs) };
  }
  const message = "The sync failed inside Callboard; its log says why.";
  return { message, logged: `The sync failed: ${traceOf(error)}`, pauseMs };
}

/** Whether the same may succeed when it is tried again: the store was out of reach, or another instance copies now. */
export function isTransient(error: unknown): boolean {
  return error instanceof CallboardError || error instanceof LeaseLost;
}

/** Where it failed, without the message: a store's message can quote a customer's data. */
export function traceOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack?.split("\n").filter((line) => /^\s+at /.test(line)) ?? []) : [];
  return `${error instanceof Error ? error.name : typeof error}${frames.slice(0, 6).join("")}`;
}
