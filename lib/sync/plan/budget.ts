import { HOUR_MS } from "@/lib/shared/instants";
import type { Task } from "./plan";

/** Readings again may use half of the account's allowance, counted over the last hour. */
export function createBudget(requestsPerMinute: number) {
  const most = (requestsPerMinute * 60) / 2;
  let spent: { at: number; requests: number }[] = [];
  return {
    mayReread(now: number): boolean {
      spent = spent.filter(({ at }) => Math.abs(now - at) < HOUR_MS);
      return spent.reduce((sum, { requests }) => sum + requests, 0) < most;
    },
    spend(kind: Task["kind"], requests: number, now: number): void {
      if (kind === "reread") {
        spent.push({ at: now, requests });
      }
    },
  };
}
