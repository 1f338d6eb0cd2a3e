import { guarded, NO_QUESTION } from "@/app/_server/route";
import { streamStatus } from "@/app/_server/status-stream";

/** The status of the sync as server-sent events: now, and on every change. */
export const GET = guarded(async ({ runtime, request }) => {
  const stream = streamStatus(runtime.statusFeed, request.signal);
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}, NO_QUESTION);
