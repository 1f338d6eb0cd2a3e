import { guarded, NO_QUESTION } from "@/app/_server/route";

const KEEP_ALIVE_MS = 25_000;
const AT_MOST_EVERY_MS = 500;

/** The status of the copy as server-sent events: now, and on every change. */
export const GET = guarded(async ({ runtime, request }) => {
  const encoder = new TextEncoder();
  const stream = new ReadableStream({
    start(controller) {
      let waiting: NodeJS.Timeout | null = null;
      let isClosed = false;
      const send = async () => {
        waiting = null;
        const status = await runtime.scheduler.status().catch(() => null);
        if (status && !isClosed) {
          controller.enqueue(encoder.encode(`data: ${JSON.stringify(status)}\n\n`));
        }
      };
      const sendSoon = () => {
        waiting ??= setTimeout(send, AT_MOST_EVERY_MS);
      };
      const unsubscribe = runtime.scheduler.subscribe(sendSoon);
      const keepAlive = setInterval(() => controller.enqueue(encoder.encode(": alive\n\n")), KEEP_ALIVE_MS);
      const close = () => {
        if (isClosed) {
          return;
        }
        isClosed = true;
        unsubscribe();
        clearInterval(keepAlive);
        clearTimeout(waiting ?? undefined);
        controller.close();
      };
      request.signal.addEventListener("abort", close, { once: true });
      runtime.stopping.addEventListener("abort", close, { once: true });
      void send();
    },
  });
  return new Response(stream, {
    headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
  });
}, NO_QUESTION);
