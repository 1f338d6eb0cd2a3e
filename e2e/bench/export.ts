import { readFileSync } from "node:fs";
import { ACCOUNTS } from "../tools/accounts";
import { ensureBuild } from "../tools/build";
import { type Stack, startStack } from "../tools/stack";
import { openFilled, TIME_ZONE } from "./filled";
import { print } from "./print";

const MEGABYTE = 2 ** 20;

/** What the export of all conversations takes of the built application: time, first byte, growth of resident memory. */
await ensureBuild();
const { store, from } = await openFilled();
await store.close();
const settings = { conversationsPerDay: 20, historyDays: 1, seed: 3, requestsPerMinute: 60, log: () => {} };
const stack = await startStack({ ...settings, dataDir: process.argv[2] ?? "", reportTimeZone: TIME_ZONE });
try {
  const cookie = await signIn(stack);
  // Before anything else has been asked of the server, and then in other orders, and again.
  for (const search of ["", "&sort=channel", "&channel=Voice", ""]) {
    print(`export${search}`, await measure(stack, cookie, `format=csv&from=${from}${search}`));
  }
} finally {
  await stack.stop();
}

async function signIn({ appUrl }: Stack): Promise<string> {
  const body = JSON.stringify(ACCOUNTS.administrator);
  const headers = { "content-type": "application/json", origin: appUrl };
  const reply = await fetch(`${appUrl}/api/auth/sign-in/email`, { method: "POST", headers, body });
  return reply.headers.getSetCookie().join("; ");
}

async function measure({ appUrl, pid }: Stack, cookie: string, search: string): Promise<string> {
  const before = residentBytes(pid);
  const startedAt = performance.now();
  const reply = await fetch(`${appUrl}/api/conversations?${search}`, { headers: { cookie } });
  if (!reply.ok || reply.body === null) {
    throw new Error(`The export answered with status ${reply.status}.`);
  }
  let [first, highest, bytes, lines] = [0, before, 0, -1];
  for await (const chunk of reply.body) {
    first ||= performance.now() - startedAt;
    bytes += chunk.length;
    lines += chunk.reduce((sum: number, byte: number) => sum + (byte === 10 ? 1 : 0), 0);
    highest = Math.max(highest, residentBytes(pid));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  const size = `${lines} rows, ${(bytes / MEGABYTE).toFixed(0)} MB in ${seconds.toFixed(1)} s`;
  const grown = `${(before / MEGABYTE).toFixed(0)} MB resident before, +${((highest - before) / MEGABYTE).toFixed(0)} MB`;
  return `${size}, first byte after ${first.toFixed(0)} ms, ${grown}`;
}

/** Of the server's process, as Linux counts it. */
function residentBytes(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
