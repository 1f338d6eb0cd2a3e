import { z } from "zod";
import { type Simulator, startSimulator } from "./server";
import { DEFAULT_CENTRE } from "./settings";

function number(low: number, high: number, fallback: number) {
  const message = `a whole number from ${low} to ${high}`;
  return z
    .string()
    .regex(/^\d+$/, message)
    .transform(Number)
    .refine((value) => value >= low && value <= high, message)
    .default(fallback);
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

const Environment = z.object({
  SIM_PORT: number(1, 65_535, 4010),
  SIM_SEED: number(0, Number.MAX_SAFE_INTEGER, 1),
  SIM_CONVERSATIONS_PER_DAY: number(0, 1_000_000, 1500),
  SIM_REQUESTS_PER_MINUTE: number(1, 1_000_000, 60),
  SIM_QUEUES: number(2, 60, DEFAULT_CENTRE.queues),
  SIM_AGENTS: number(1, 500, DEFAULT_CENTRE.agents),
  SIM_MODE: z.enum(["centre", "sample"], "centre or sample").default("centre"),
  SIM_HOME_ZONE: z.string().refine(isZone, "an IANA time zone like Asia/Kolkata").default("Asia/Kolkata"),
});

/** An empty variable counts as not set. */
function readEnvironment() {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) => `${path.join(".")} should be ${message}`);
  throw new Error(problems.join("; "));
}

function announce({ url, credentials }: Simulator): string {
  return [
    `simulator listening on ${url}`,
    `KORE_HOST=${url}`,
    `KORE_ACCOUNT_ID=${credentials.accountId}`,
    `KORE_STREAM_ID=${credentials.streamId}`,
    `KORE_CLIENT_ID=${credentials.clientId}`,
    `KORE_CLIENT_SECRET=${credentials.clientSecret}`,
  ].join("\n");
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isTaken = "code" in error && error.code === "EADDRINUSE";
  return isTaken ? `SIM_PORT is taken by another program (${error.message}); choose another` : error.message;
}

async function main(): Promise<void> {
  const env = readEnvironment();
  const simulator = await startSimulator({
    port: env.SIM_PORT,
    seed: env.SIM_SEED,
    conversationsPerDay: env.SIM_CONVERSATIONS_PER_DAY,
    queues: env.SIM_QUEUES,
    agents: env.SIM_AGENTS,
    requestsPerMinute: env.SIM_REQUESTS_PER_MINUTE,
    mode: env.SIM_MODE,
    homeZone: env.SIM_HOME_ZONE,
  });
  console.log(announce(simulator));
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void simulator.close());
}

main().catch((error: unknown) => {
  console.error(`simulator: ${explain(error)}`);
  process.exitCode = 1;
});
