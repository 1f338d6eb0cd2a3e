import { sql } from "kysely";
import { respondJson } from "@/lib/http/respond";
import { runtime } from "@/lib/runtime";
import type { HealthReply } from "@/lib/shared/contract";

export const dynamic = "force-dynamic";

/** Open to all: says whether the store answers and how far the copy is, and nothing else. */
export async function GET(): Promise<Response> {
  const { scheduler, store } = await runtime();
  try {
    await sql`select 1`.execute(store.db);
    const { state, dataThrough } = await scheduler.status();
    const status = state === "failing" ? "degraded" : "ok";
    return respondJson({ status, store: "ok", sync: { state, dataThrough } } satisfies HealthReply);
  } catch {
    const sync = { state: "failing", dataThrough: null } as const;
    return respondJson({ status: "degraded", store: "unavailable", sync } satisfies HealthReply, 503);
  }
}
