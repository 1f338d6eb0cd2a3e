import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Runtime } from "@/lib/runtime";
import type { Role } from "@/lib/shared/roles";
import { type Simulator, type SimulatorOptions, startSimulator } from "../../simulator/server";
import { ACCOUNTS } from "../../tools/accounts";
import { NOW } from "../../tools/now";
import { shiftDate } from "../../tools/shift-date.mjs";
import { waitFor } from "../../tools/wait";

export const ORIGIN = "http://localhost:4130";

/** A route of the application as Next calls it. */
type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

export interface Served {
  runtime: Runtime;
  /** Cookies of someone signed in, as a header. */
  cookie: Record<Role, string>;
  stop(): Promise<void>;
}

/** The application's own runtime in this process, whose clock is set to NOW, its history copied from the simulator: all but Next. */
export async function startServed(simulator: Partial<SimulatorOptions> = {}): Promise<Served> {
  shiftDate(NOW - Date.now());
  const source = await startSimulator({
    seed: 5,
    conversationsPerDay: 150,
    requestsPerMinute: 1_000_000,
    homeZone: "Asia/Kolkata",
    mode: "centre",
    now: () => NOW,
    ...simulator,
  });
  const dataDir = await mkdtemp(join(tmpdir(), "callboard-served-"));
  Object.assign(process.env, environmentOf(source, dataDir));
  const runtime = await (await import("@/lib/runtime")).runtime();
  await waitFor("the history to be copied", 60, async () => {
    const { complete, state } = await runtime.scheduler.status();
    return (complete && state === "idle") || undefined;
  });
  await runtime.auth.api.createUser({ body: { ...ACCOUNTS.supervisor, role: "supervisor" } });
  const stop = async () => {
    await runtime.scheduler.stop();
    await runtime.store.close();
    await source.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  const cookie = {
    administrator: await cookieOf(runtime, "administrator"),
    supervisor: await cookieOf(runtime, "supervisor"),
  };
  return { runtime, cookie, stop };
}

function environmentOf(source: Simulator, dataDir: string): Record<string, string> {
  return {
    KORE_HOST: source.url,
    KORE_ACCOUNT_ID: source.credentials.accountId,
    KORE_STREAM_ID: source.credentials.streamId,
    KORE_CLIENT_ID: source.credentials.clientId,
    KORE_CLIENT_SECRET: source.credentials.clientSecret,
    KORE_REQUESTS_PER_MINUTE: "100000",
    SYNC_HISTORY_DAYS: "10",
    // One run, so that numbers stand still.
    SYNC_INTERVAL_SECONDS: "3600",
    REPORT_TIME_ZONE: "Asia/Kolkata",
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    NO_PROXY: "*",
    no_proxy: "",
    APP_URL: ORIGIN,
    ADMIN_EMAIL: ACCOUNTS.administrator.email,
    ADMIN_PASSWORD: ACCOUNTS.administrator.password,
    LOG_LEVEL: "silent",
  };
}

async function cookieOf({ auth }: Runtime, role: Role): Promise<string> {
  const { email, password } = ACCOUNTS[role];
  const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
  return headers.get("set-cookie")?.split(";")[0] ?? "";
}

/** Asks a route as the server would, at an address below its origin. */
export function ask<Params>(
  handler: Handler<Params>,
  path: string,
  { params, ...init }: RequestInit & { params?: Params } = {},
): Promise<Response> {
  return handler(new Request(`${ORIGIN}${path}`, init), { params: Promise.resolve(params ?? ({} as Params)) });
}
