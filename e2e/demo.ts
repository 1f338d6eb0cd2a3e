import { createWriteStream, mkdirSync } from "node:fs";
import { datasetReplySchema } from "../lib/shared/contract";
import { ACCOUNTS } from "./tools/accounts";
import { ensureBuild } from "./tools/build";
import { nextFreePort } from "./tools/ports";
import { addSupervisor, type Session, signIn } from "./tools/session";
import { type Stack, startStack } from "./tools/stack";
import { waitFor } from "./tools/wait";

const FOLDER = ".demo";
const LOG = `${FOLDER}/callboard.log`;
const CONVERSATIONS_PER_DAY = 1_500;
const HISTORY_DAYS = 30;

let stack: Stack | undefined;
let stopping: Promise<void> | undefined;
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => void stop(0));
// npm passes no signal on: whoever kills `npm run demo` leaves this process an orphan.
const parent = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => process.ppid === parent || void stop(0), 1_000).unref();
}

try {
  await runDemo();
} catch (error) {
  report(error);
  await stop(1);
}

async function runDemo(): Promise<void> {
  await ensureBuild();
  mkdirSync(FOLDER, { recursive: true });
  const log = createWriteStream(LOG);
  const startedAt = performance.now();
  const appPort = await choosePort("PORT", 3000);
  const simulatorPort = await choosePort("SIM_PORT", 4010);
  stack = await startStack({
    appPort,
    simulatorPort,
    dataDir: FOLDER,
    conversationsPerDay: CONVERSATIONS_PER_DAY,
    historyDays: HISTORY_DAYS,
    seed: 7,
    requestsPerMinute: 1_200,
    reportTimeZone: "Asia/Kolkata",
    // Only what the command itself was given, never what a .env file names for a real account.
    env: { DATABASE_URL: process.env.DATABASE_URL ?? "" },
    log: (line) => log.write(`${line}\n`),
  });
  void stack.ended.then((how) => {
    if (stopping) return;
    console.error(how);
    return stop(1);
  });
  // What goes wrong from here on is told, and leaves the application to be looked at.
  const administrator = await openAccounts(stack.appUrl).catch(report);
  announce(stack);
  if (administrator) await showFirstNumbers(administrator, startedAt).catch(report);
}

function report(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
}

async function openAccounts(appUrl: string): Promise<Session> {
  const administrator = await signIn(appUrl, ACCOUNTS.administrator);
  await addSupervisor(administrator);
  return administrator;
}

/** The port that `variable` names, or the next free one, said aloud. */
async function choosePort(variable: string, fallback: number): Promise<number> {
  const wanted = Number(process.env[variable] ?? fallback);
  if (!Number.isInteger(wanted) || wanted < 1 || wanted > 65_535) {
    throw new Error(`${variable} is "${process.env[variable]}": it should be a port, 1 to 65535.`);
  }
  const port = await nextFreePort(wanted);
  if (port !== wanted) console.log(`Port ${wanted} is taken: using ${port}. Set ${variable} to choose another.`);
  return port;
}

function announce({ appUrl, simulatorUrl }: Stack): void {
  const signIns = Object.entries(ACCOUNTS).map(
    ([role, { email, password }]) => `  ${role.padEnd(15)}${email.padEnd(32)}${password}`,
  );
  console.log(`
Callboard is at ${appUrl}

${signIns.join("\n")}

It copies from a simulated Kore.ai account at ${simulatorUrl}: ${HISTORY_DAYS} days, ${CONVERSATIONS_PER_DAY.toLocaleString("en")} conversations a day.
${process.env.DATABASE_URL ? `Data is kept in the database that DATABASE_URL names, the log in ${FOLDER}.` : `Data and log are kept in ${FOLDER}; delete that folder to begin afresh.`} Ctrl-C stops everything.
`);
}

async function showFirstNumbers(administrator: Session, startedAt: number): Promise<void> {
  await waitFor(`the first numbers (see ${LOG})`, 300, async () => {
    const { rows } = datasetReplySchema.parse(await administrator.get("/api/metrics/summary"));
    return Number(rows[0]?.conversations) > 0 || undefined;
  });
  console.log(`First numbers after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

function stop(exitCode: number): Promise<void> {
  stopping ??= (async () => {
    await stack?.stop();
    if (stack) console.log("Callboard and the simulator are stopped.");
    process.exit(exitCode);
  })();
  return stopping;
}
