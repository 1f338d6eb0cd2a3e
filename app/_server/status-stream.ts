import type { StatusFeed } from "@/lib/sync/schedule/status-feed";

/** Shows that the stream is alive; an event, since a browser hides comments from the page that subscribes. */
const HEARTBEAT = "event: beat\ndata: 1\n\n";

/**
 * The feed as server-sent events, until whoever reads goes (`cancel`, or the request's signal, which may have aborted
 * already) or the feed ends. Slow readers get only the newest status.
 */
export function streamStatus(feed: StatusFeed, signal: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let leave = () => {};
  let missed: string | null = null;
  return new ReadableStream({
    start(controller) {
      let isOver = false;
      let stop = () => {};
      leave = () => {
        isOver = true;
        stop();
        signal.removeEventListener("abort", close);
      };
      function close(): void {
        if (!isOver) {
          leave();
          controller.close();
        }
      }
      const hasRoom = () => (controller.desiredSize ?? 0) > 0;
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      if (signal.aborted) {
        close();
        return;
      }
      signal.addEventListener("abort", close, { once: true });
      stop = feed.subscribe({
        status(json) {
          const text = `data: ${json}\n\n`;
          if (hasRoom()) {
            send(text);
          } else {
            missed = text;
          }
        },
        heartbeat: () => hasRoom() && send(HEARTBEAT),
        end: close,
      });
    },
    pull(controller) {
      if (missed !== null) {
        controller.enqueue(encoder.encode(missed));
        missed = null;
      }
    },
    cancel: () => leave(),
  });
}
