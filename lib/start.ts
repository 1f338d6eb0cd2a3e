import { EnvironmentError, environment, isDevelopment } from "@/lib/env";
import { readTrustedProxies } from "@/lib/http/client-address";
import { guardServers } from "@/lib/http/server-guard";
import { runtime } from "@/lib/runtime";
import { StoreStartError } from "@/lib/store/start-error";

/** Guards the server, then starts the runtime; what a person can mend stops the start with a line a fault, and exit code 1. */
export async function startServer(): Promise<void> {
  // The store, its spilled rows and the session key are nobody else's to read.
  process.umask(0o077);
  try {
    guardServers({
      allowsUpgrades: isDevelopment,
      trustedProxies: readTrustedProxies(environment().TRUSTED_PROXIES),
    });
    await runtime();
  } catch (error) {
    const reason = error instanceof EnvironmentError ? error.message : `Callboard could not start. ${adviceFor(error)}`;
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  }
}

function adviceFor(error: unknown): string {
  return error instanceof StoreStartError ? error.message : error instanceof Error ? error.message : "unknown reason";
}
