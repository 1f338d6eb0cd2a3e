import { isMainThread } from "node:worker_threads";

// Loaded into a child by `node --import`. The parent holds the other end of stdin, and the system closes it however
// the parent ends, SIGKILL too: so no application outlives the demo or the tests that started it. Worker threads load
// this as well, and their stdin is closed from the start.
if (isMainThread) {
  process.stdin.on("close", () => {
    setTimeout(() => process.exit(1), 5_000).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.stdin.resume();
  process.stdin.unref(); // A process that is done ends, its parent alive or not.
}
