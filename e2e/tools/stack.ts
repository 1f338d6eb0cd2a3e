import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { type SimulatorOptions, startSimulator } from "../simulator/server";
import { ACCOUNTS } from "./accounts";
import { startChildServer } from "./child-server";
import { freePort } from "./ports";

const SHIFT_CLOCK = new URL("./shift-clock.mjs", import.meta.url).href;
/** What `npm start` starts `node` with. */
const START: string[] = JSON.parse(readFileSync("package.json", "utf8")).scripts.start.split(" ").slice(1);
/** Any fixed offset is right. One that is not 0 shows it when a time is read without it. */
const VENDOR_OFFSET_MINUTES = -330;

export type Options = {
  appPort?: number;
  simulatorPort?: number;
  dataDir: string;
  /** The instant at which both begin, whatever the machine's clock says; time goes on from there. */
  startsAt?: number;
  conversationsPerDay: number;
  historyDays: number;
  seed: number;
  requestsPerMinute: number;
  reportTimeZone: string;
  /** What the stand-in does otherwise than usual: a clock that stands still, a scope not granted, more queues, agents. */
  simulator?: Pick<SimulatorOptions, "now" | "scopeGranted" | "queues" | "agents">;
  /** Values of the application's environment in place of the right ones; an empty one counts as absent. */
  env?: Record<string, string>;
  /** Gets every line that the application prints. */
  log: (line: string) => void;
};

export type Stack = {
  /** Of the application's process. */
  pid: number;
  appUrl: string;
  simulatorUrl: string;
  /** Resolves if the application ends, with how it ended and its last lines. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

/** Starts the stand-in for the vendor and the built application that copies from it; resolves once it is healthy. */
export async function startStack(options: Options): Promise<Stack> {
  const shift = options.startsAt === undefined ? 0 : options.startsAt - Date.now();
  const now = () => Date.now() + shift;
  const simulator = await startSimulator({
    port: options.simulatorPort,
    seed: options.seed,
    conversationsPerDay: options.conversationsPerDay,
    requestsPerMinute: options.requestsPerMinute,
    homeZone: options.reportTimeZone,
    mode: "centre",
    now,
    clock: now,
    ...options.simulator,
  });
  const port = options.appPort ?? (await freePort());
  const appUrl = `http://localhost:${port}`;
  try {
    const app = await startChildServer({
      args: [
        ...(shift === 0 ? [] : ["--import", `${SHIFT_CLOCK}?milliseconds=${shift}`]),
        ...START,
        "-p",
        String(port),
      ],
      env: { ...process.env, ...describeSimulator(simulator), ...describeApp(options, port, appUrl), ...options.env },
      healthUrl: `${appUrl}/api/health`,
      deadlineSeconds: 90,
      log: options.log,
    });
    const stop = async () => {
      await app.stop();
      await simulator.close();
    };
    return { pid: app.pid, appUrl, simulatorUrl: simulator.url, ended: app.ended, stop };
  } catch (error) {
    await simulator.close();
    throw error;
  }
}

function describeSimulator({ url, credentials }: Awaited<ReturnType<typeof startSimulator>>) {
  return {
    KORE_HOST: url,
    KORE_ACCOUNT_ID: credentials.accountId,
    KORE_STREAM_ID: credentials.streamId,
    KORE_CLIENT_ID: credentials.clientId,
    KORE_CLIENT_SECRET: credentials.clientSecret,
    KORE_TIME_ZONE_OFFSET: String(VENDOR_OFFSET_MINUTES),
  };
}

function describeApp(options: Options, port: number, appUrl: string): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    APP_URL: appUrl,
    DATA_DIR: resolve(options.dataDir),
    // Empty, not absent: Next reads .env files too, and simulated calls must never reach a real store or sign-in.
    DATABASE_URL: "",
    OIDC_ISSUER: "",
    // The simulator is on this machine, whatever proxy this machine needs for others.
    NO_PROXY: "*",
    no_proxy: "",
    KORE_REQUESTS_PER_MINUTE: String(options.requestsPerMinute),
    SYNC_HISTORY_DAYS: String(options.historyDays),
    REPORT_TIME_ZONE: options.reportTimeZone,
    ADMIN_EMAIL: ACCOUNTS.administrator.email,
    ADMIN_PASSWORD: ACCOUNTS.administrator.password,
  };
}
