import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { syncReplySchema } from "@/lib/shared/contract";
import { ACCOUNTS } from "../../tools/accounts";
import { ensureBuild } from "../../tools/build";
import { NOW } from "../../tools/now";
import { type Session, signIn } from "../../tools/session";
import { type Stack, startStack } from "../../tools/stack";
import { waitFor } from "../../tools/wait";
import { type PostgresServer, startPostgres } from "../support/postgres";

const DOES_NOT_ANSWER =
  "The database does not answer: is its server running? Callboard goes on by itself when it does.";

let server: PostgresServer;
let folder: string;
beforeAll(async () => {
  await ensureBuild();
  folder = mkdtempSync(join(tmpdir(), "callboard-outage-"));
  server = await startPostgres();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

function startOn(databaseUrl: string, conversationsPerDay = 200): Promise<Stack> {
  return startStack({
    dataDir: folder,
    startsAt: NOW,
    conversationsPerDay,
    historyDays: 10,
    seed: 3,
    requestsPerMinute: 6000,
    reportTimeZone: "UTC",
    env: { DATABASE_URL: databaseUrl, SYNC_INTERVAL_SECONDS: "5" },
    log: () => {},
  });
}

async function statusOf(person: Session) {
  return syncReplySchema.parse(await person.get("/api/sync"));
}

async function conversationsOf(person: Session): Promise<number> {
  const reply = (await person.get("/api/metrics/summary")) as { rows: { conversations: number }[] };
  return reply.rows[0]?.conversations ?? 0;
}

async function errorOf(request: Promise<Response>) {
  const reply = await request;
  return { status: reply.status, body: await reply.json() };
}

describe("the built application on PostgreSQL", () => {
  let stack: Stack;
  let person: Session;
  beforeAll(async () => {
    stack = await startOn(await server.newDatabase());
    person = await signIn(stack.appUrl, ACCOUNTS.administrator);
  });
  afterAll(() => stack.stop());

  it("copies, and answers with numbers", async () => {
    await waitFor("the whole history", 120, async () => (await statusOf(person)).complete || undefined);
    expect(await conversationsOf(person)).toBeGreaterThan(0);
  });

  it("says so while the server is stopped, and goes on without a restart once it is back", async () => {
    const before = await conversationsOf(person);
    const live = await fetch(`${stack.appUrl}/api/sync/events`, { headers: { cookie: person.cookie } });
    const heard = listenTo(live);
    await server.stop();
    const health = await errorOf(fetch(`${stack.appUrl}/api/health`));
    expect(health).toMatchObject({ status: 503, body: { status: "degraded", store: "unavailable" } });
    const unavailable = { status: 503, body: { error: { code: "store_unavailable", message: DOES_NOT_ANSWER } } };
    for (const path of ["/api/metrics/summary", "/api/conversations", "/api/options", "/api/sync"]) {
      expect(await errorOf(fetch(`${stack.appUrl}${path}`, { headers: { cookie: person.cookie } })), path).toEqual(
        unavailable,
      );
    }
    const { email, password } = ACCOUNTS.administrator;
    const signingIn = fetch(`${stack.appUrl}/api/auth/sign-in/email`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: stack.appUrl },
      body: JSON.stringify({ email, password }),
    });
    expect(await errorOf(signingIn)).toEqual(unavailable);
    await waitFor("the state to be told", 20, async () => heard.at(-1)?.state === "failing" || undefined);
    expect(heard.at(-1)).toMatchObject({ lastError: DOES_NOT_ANSWER });

    await server.start();
    await waitFor("the copy to go on", 30, async () => {
      const { state, lastError } = await statusOf(person);
      return (state === "idle" && lastError === null) || undefined;
    });
    expect((await fetch(`${stack.appUrl}/api/health`)).status).toBe(200);
    expect(await conversationsOf(person)).toBeGreaterThanOrEqual(before);
    await live.body?.cancel().catch(() => {});
  });
});

/** The statuses that a stream of server-sent events has told so far. */
function listenTo(reply: Response): { state: string; lastError: string | null }[] {
  const heard: { state: string; lastError: string | null }[] = [];
  void (async () => {
    let text = "";
    for await (const chunk of reply.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      const lines = text.split("\n\n");
      text = lines.pop() ?? "";
      heard.push(...lines.filter((line) => line.startsWith("data: ")).map((line) => JSON.parse(line.slice(6))));
    }
  })().catch(() => {});
  return heard;
}

const DISK = "40m";

/** A small disk with room for a tablespace, and the way to take it off; null where this test may not mount one. */
function mountSmallDisk(): { folder: string; unmount(): void } | null {
  if (process.getuid?.() !== 0) {
    return null;
  }
  const folder = mkdtempSync(join(tmpdir(), "callboard-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${DISK},mode=0777`, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return null;
  }
  const unmount = () => {
    execFileSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true, force: true });
  };
  return { folder, unmount };
}

describe("a full disk under PostgreSQL", () => {
  it("is told in plain words, loses nothing, and the copy goes on once there is room", async ({
    skip,
    onTestFinished,
  }) => {
    const disk = mountSmallDisk();
    if (!disk) {
      return skip("Only root can mount a small disk.");
    }
    onTestFinished(disk.unmount);
    const [space, ballast] = [join(disk.folder, "space"), join(disk.folder, "ballast")];
    mkdirSync(space);
    const databaseUrl = await server.newDatabase(space);
    const stack = await startOn(databaseUrl, 300);
    onTestFinished(() => stack.stop());
    const person = await signIn(stack.appUrl, ACCOUNTS.administrator);
    await waitFor("the first numbers", 60, async () => (await conversationsOf(person)) > 0 || undefined);
    writeAll(ballast);
    await waitFor("the full disk to be told", 60, async () => {
      const { state, lastError } = await statusOf(person);
      return (state === "failing" && /disk is full/.test(lastError ?? "")) || undefined;
    });
    expect((await fetch(`${stack.appUrl}/api/health`)).status, "what is stored is still served").toBe(200);
    expect(await conversationsOf(person)).toBeGreaterThan(0);
    rmSync(ballast);
    await waitFor("the whole history", 120, async () => {
      const { complete, lastError } = await statusOf(person);
      return (complete && lastError === null) || undefined;
    });
  });
});

/** Takes all the room that is left. */
function writeAll(file: string): void {
  try {
    for (;;) {
      writeFileSync(file, Buffer.alloc(1 << 20), { flag: "a" });
    }
  } catch {
    chmodSync(file, 0o600);
  }
}
