import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";

const MAIN = fileURLToPath(new URL("main.ts", import.meta.url));
let running: ChildProcess | undefined;

function run(env: Record<string, string>) {
  const child = spawn(process.execPath, ["--import", "tsx", MAIN], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  return child;
}

afterEach(() => running?.kill("SIGKILL"));

async function withFreePort<T>(use: (port: number, release: () => Promise<void>) => Promise<T>): Promise<T> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const release = async () => {
    if (!server.listening) return;
    server.close();
    await once(server, "close");
  };
  try {
    return await use(typeof address === "object" && address !== null ? address.port : 0, release);
  } finally {
    await release();
  }
}

test("it says where it listens and how to connect, and stops cleanly when it is told to", { timeout: 20_000 }, () =>
  withFreePort(async (port, release) => {
    await release();
    const child = run({ SIM_PORT: String(port) });
    const [printed] = await once(child.stdout, "data");
    expect(String(printed).split("\n")[0]).toBe(`simulator listening on http://127.0.0.1:${port}`);
    for (const name of ["HOST", "ACCOUNT_ID", "STREAM_ID", "CLIENT_ID", "CLIENT_SECRET"]) {
      expect(String(printed)).toMatch(new RegExp(`^KORE_${name}=.+$`, "m"));
    }
    expect((await fetch(`http://127.0.0.1:${port}`)).status).toBe(404);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  }),
);

test("a port that is taken is told in one line", { timeout: 20_000 }, () =>
  withFreePort(async (port) => {
    const child = run({ SIM_PORT: String(port) });
    const [printed, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect(code).toBe(1);
    expect(printed).toMatch(/^simulator: SIM_PORT is taken by another program \(.+\); choose another\n$/);
  }),
);

test("a bad value is named with what it should be", { timeout: 20_000 }, async () => {
  const child = run({ SIM_SEED: "seven", SIM_MODE: "fast", SIM_HOME_ZONE: "Mars/Base", SIM_QUEUES: "61" });
  const [printed, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(code).toBe(1);
  expect(printed).toContain("SIM_SEED should be a whole number from 0");
  expect(printed).toContain("SIM_QUEUES should be a whole number from 2 to 60");
  expect(printed).toContain("SIM_MODE should be centre or sample");
  expect(printed).toContain("SIM_HOME_ZONE should be an IANA time zone like Asia/Kolkata");
});
