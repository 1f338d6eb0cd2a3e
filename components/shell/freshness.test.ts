import { describe, expect, it } from "vitest";
import type { SyncReply } from "@/lib/shared/contract";
import { describeFreshness } from "./freshness";

const COMPLETE: SyncReply = {
  state: "idle",
  complete: true,
  setAside: 0,
  unread: 0,
  stale: 0,
  dataThrough: "2026-11-22T09:02:00.000Z",
  progress: { done: 100, total: 100, remainingSeconds: 0 },
  gaps: [],
  rejected: 0,
  lastError: null,
  isPaused: false,
  coverage: [],
  traffic: { requests: 0, requestsPerMinute: 60, rows: 0, rowsPerSecond: 0 },
  open: { conversations: 0, readAt: null },
  overdueSince: null,
};
const say = (patch: Partial<SyncReply>) => describeFreshness({ ...COMPLETE, ...patch }, "Asia/Kolkata", "2026-11-22");

describe("freshness", () => {
  it("says the time in the report's zone, and the day where it is not today", () => {
    expect(say({})).toEqual({ tone: "good", words: "Complete through 14:32" });
    expect(say({ dataThrough: "2026-11-20T09:02:00.000Z" }).words).toBe("Complete through 20 Nov 2026, 14:32");
  });

  it("does not call complete what lacks records, fields or another reading", () => {
    for (const lacking of [{ setAside: 4 }, { unread: 3 }, { stale: 12 }]) {
      expect(say(lacking)).toEqual({ tone: "warn", words: "Copied through 14:32" });
      expect(say({ ...lacking, state: "failing", lastError: "x" }).words).toBe("Sync is failing, copied through 14:32");
    }
  });

  it("never calls a running first copy complete", () => {
    const progress = { done: 62, total: 100, remainingSeconds: 75 };
    expect(say({ state: "running", complete: false, progress })).toEqual({
      tone: "warn",
      words: "Syncing history, 62 %, 1m 15s left; newest 14:32",
    });
  });

  it("promises no end while nothing is being copied", () => {
    const progress = { done: 62, total: 100, remainingSeconds: 75 };
    expect(say({ complete: false, progress }).words).toBe("History is not complete, 62 % copied; newest 14:32");
    expect(say({ complete: false, progress, isPaused: true }).words).toBe("Sync is paused, 62 % copied; newest 14:32");
  });

  it("says why the sync fails, and how far it got before", () => {
    expect(say({ state: "failing", lastError: "Check KORE_HOST." })).toEqual({
      tone: "bad",
      words: "Sync is failing, complete through 14:32",
      reason: "Check KORE_HOST.",
    });
  });
});
