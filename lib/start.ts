import { EnvironmentError, environment, isDevelopment } from "@/lib/env";
import { readTrustedProxies } from "@/lib/http/client-address";
import { guardServers } from "@/lib/http/server-guard";
import { runtime } from "@/lib/runtime";
import { StoreStartError } from "@/lib/store/postgres-errors";

/** Guards the server, then starts the runtime; what a person can mend stops the start with a line a fault, and exit code 1. */
export async function startServer(): Promise<void> {
  try {
    guardServers({
      allowsUpgrades: isDevelopment,
      trustedProxies: readTrustedProxies(environment().TRUSTED_PROXIES),
      run: (_, handle) => handle(),
    });
    await runtime();
  } catch (error) {
    const reason = error instanceof EnvironmentError ? error.message : `Callboard could not start. ${adviceFor(error)}`;
    process.stderr.write(`${reason}\n`);
    process.exit(1);
  }
}

function adviceFor(error: unknown): string {
  if (error instanceof StoreStartError) {
    return error.message;
  }
  const text = error instanceof Error ? `${error.message} ${error.cause ?? ""}` : "";
  if (/lock/i.test(text)) {
    return "Another process has the store in DATA_DIR open: stop it, or set another DATA_DIR.";
  }
  return `${error instanceof Error ? error.message : "unknown reason"} (check that DATA_DIR can be written).`;
}
