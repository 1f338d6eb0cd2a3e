import { EnvironmentError, environment, isDevelopment } from "@/lib/env";
import { readTrustedProxies } from "@/lib/http/client-address";
import { guardServers } from "@/lib/http/server-guard";
import { type Runtime, runtime } from "@/lib/runtime";
import { sleep } from "@/lib/shared/aborting";

/** Guards the server, then starts the runtime; what a person can mend stops the start with a line a fault, and exit code 1. */
export async function startServer(): Promise<void> {
  // The store, its spilled rows and the session key are nobody else's to read.
  process.umask(0o077);
  try {
    guardServers({
      allowsUpgrades: isDevelopment,
      trustedProxies: readTrustedProxies(environment().TRUSTED_PROXIES),
    });
    endWell(await runtime());
  } catch (error) {
    const reason = error instanceof EnvironmentError ? error.message : `Callboard could not start. ${adviceFor(error)}`;
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  }
}

/** How long running work may take to end; then the process ends without it, and the store recovers from its log. */
const MOST_CLOSING_MS = 5000;

/**
 * SIGTERM and SIGINT break off streams, requests to the vendor and exports, close the store, and end with exit code 0.
 * In place of Next's own listeners, which wait for open replies as long as these take and end with 143 or 130, whether
 * the store is closed or not. A second signal (Ctrl-C reaches a whole group of processes) changes nothing.
 */
function endWell({ close, log }: Runtime): void {
  if (isDevelopment) {
    return;
  }
  let isEnding = false;
  const end = async () => {
    if (isEnding) {
      return;
    }
    isEnding = true;
    const closed = close().then(
      () => true,
      () => false,
    );
    const isClosed = await Promise.race([closed, sleep(MOST_CLOSING_MS)]);
    if (!isClosed) {
      log.warn("Something was still under way when the process ended.");
    }
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.removeAllListeners(signal).on(signal, () => void end());
  }
}

function adviceFor(error: unknown): string {
  return error instanceof Error ? error.message : "unknown reason";
}
