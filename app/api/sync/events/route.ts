import { route } from "@/app/_server/route";
import { streamStatus } from "@/app/_server/status-stream";
import { ROUTES } from "@/lib/http/routes";

export const { GET } = route(ROUTES.syncEvents, async ({ runtime, request }) => {
  const stream = streamStatus(runtime.statusFeed, request.signal);
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
});
