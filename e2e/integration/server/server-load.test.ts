import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorReplySchema, syncReplySchema } from "@/lib/shared/contract";
import { ACCOUNTS } from "../../tools/accounts";
import { residentBytes } from "../../tools/memory";
import { addSupervisor, type Session, signIn } from "../../tools/session";
import { waitFor } from "../../tools/wait";
import { LONGEST_WAIT, longestWait } from "../../tools/waits";
import { type Built, startBuilt } from "../support/built";
import { type PostgresServer, startPostgres } from "../support/postgres";

const MEGABYTE = 2 ** 20;
const SORTS = ["startedAt", "-startedAt"];
const DATABASES = { DuckDB: null, PostgreSQL: startPostgres };

describe.each(["DuckDB", "PostgreSQL"] as const)("the built server on %s", (engine) => {
  let server: PostgresServer | undefined;
  let stack: Built;
  let administrator: Session;
  let supervisor: Session;
  beforeAll(async () => {
    server = await DATABASES[engine]?.();
    const env = server && { DATABASE_URL: await server.newDatabase() };
    stack = await startBuilt({ conversationsPerDay: 2000, historyDays: 10, env });
    administrator = await signIn(stack.appUrl, ACCOUNTS.administrator);
    await addSupervisor(administrator);
    supervisor = await signIn(stack.appUrl, ACCOUNTS.supervisor);
    await waitFor("the whole history to be copied", 150, async () => {
      const { complete } = syncReplySchema.parse(await administrator.get("/api/sync"));
      return complete || undefined;
    });
  });
  afterAll(async () => {
    await stack?.stop();
    await server?.close();
  });

  const as = (session: Session, path: string) =>
    fetch(`${stack.appUrl}${path}`, { headers: { cookie: session.cookie } });
  const health = async () => {
    const reply = await fetch(`${stack.appUrl}/api/health`);
    expect([reply.status, (await reply.json()).store]).toEqual([200, "ok"]);
  };
  /** What somebody else asks meanwhile: the health, a page of key figures' numbers, a static file. */
  const others = [
    health,
    async () => {
      const summary = await as(supervisor, "/api/metrics/summary");
      expect([summary.status, await summary.text()]).toEqual([200, expect.stringContaining('"conversations"')]);
    },
    async () => {
      const icon = await fetch(`${stack.appUrl}/icon.svg`);
      expect([icon.status, (await icon.text()).length > 0]).toEqual([200, true]);
    },
  ];

  describe("while one person asks for very much at once", () => {
    it.each([
      // Four are answered and fifty wait, so that at least so many of those sent at once are answered.
      ["200 searches", (index: number) => `/api/conversations?search=nothing${index}`, 54],
      [
        "200 exports",
        (index: number) => `/api/conversations?format=csv&search=a&limit=1000&sort=${SORTS[index % 2]}`,
        11,
      ],
    ])("others are answered soon, and the memory does not grow: %s", async (_, pathOf, leastAnswered) => {
      const before = await residentBytes(stack.pid);
      const statuses: number[] = [];
      const wait = await longestWait(health, others, async () => {
        const asked = Array.from({ length: 200 }, async (_, index) => {
          const reply = await as(administrator, pathOf(index));
          statuses.push(reply.status);
          if (reply.status === 429) {
            expect(Number(reply.headers.get("retry-after"))).toBeGreaterThan(0);
            expect(errorReplySchema.parse(await reply.json()).error.code).toBe("too_many_requests");
          } else {
            await reply.text();
          }
        });
        await Promise.all(asked);
      });
      expect(wait).toBeLessThan(LONGEST_WAIT);
      expect(new Set(statuses)).toEqual(new Set([200, 429]));
      expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(leastAnswered);
      expect((await residentBytes(stack.pid)) - before).toBeLessThan(150 * MEGABYTE);
    });

    it("those who go leave nothing behind that others would wait for", async () => {
      const asker = new AbortController();
      const init = { headers: { cookie: administrator.cookie }, signal: asker.signal };
      const asked = Array.from({ length: 50 }, (_, index) =>
        fetch(`${stack.appUrl}/api/conversations?search=gone${index}`, init).catch(() => "gone"),
      );
      asker.abort();
      expect(new Set(await Promise.all(asked))).toEqual(new Set(["gone"]));
      const reply = await as(administrator, "/api/metrics/summary");
      expect(reply.status).toBe(200);
    });
  });

  describe("signing in", () => {
    const trySignIn = (email: string, password: string, headers: Record<string, string> = {}) =>
      fetch(`${stack.appUrl}/api/auth/sign-in/email`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: stack.appUrl, ...headers },
        body: JSON.stringify({ email, password }),
      });

    it("with wrong passwords has longer and longer waits, whatever address the client makes up", async () => {
      const replies: Response[] = [];
      for (let tries = 0; tries < 7; tries += 1) {
        const made = { "x-forwarded-for": `198.51.100.${tries}`, "x-callboard-address": `198.51.100.${tries}` };
        replies.push(await trySignIn("victim@callboard.example", "guessed-password", made));
      }
      expect(replies.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
      expect(Number(replies[5]?.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(errorReplySchema.parse(await replies[6]?.json()).error.code).toBe("too_many_requests");
      // Another account, from the same address.
      await signIn(stack.appUrl, ACCOUNTS.supervisor);
    });

    it("is answered for an account that there is not as for one that there is", async () => {
      const [known, unknown] = [
        await trySignIn(ACCOUNTS.supervisor.email, "guessed-password"),
        await trySignIn("nobody@callboard.example", "guessed-password"),
      ];
      expect([known.status, await known.text()]).toEqual([unknown.status, await unknown.text()]);
    });

    it("with wrong passwords stands in the log, without the password and without the e-mail address", async () => {
      await waitFor(
        "the log to say so",
        10,
        async () => stack.lines.some((line) => line.includes("a sign-in failed")) || undefined,
      );
      const failed = stack.lines.filter((line) => line.includes("a sign-in failed"));
      expect(JSON.parse(failed[0] ?? "{}")).toMatchObject({
        account: expect.stringMatching(/^[0-9a-f]{12}$/),
        address: expect.stringMatching(/^(127\.0\.0\.1|::1)$/),
      });
      expect(stack.lines.join("\n")).not.toMatch(/guessed-password|victim@|nobody@/);
    });

    it("by very many at once keeps nobody else waiting", async () => {
      const wait = await longestWait(health, others, async () => {
        const tries = Array.from({ length: 100 }, (_, index) =>
          trySignIn(`many${index}@callboard.example`, "wrong-password"),
        );
        for (const reply of await Promise.all(tries)) {
          expect([401, 429]).toContain(reply.status);
        }
      });
      expect(wait).toBeLessThan(LONGEST_WAIT);
    });
  });

  it("all that the server has written is for its own user alone", async () => {
    const names = await readdir(stack.folder, { recursive: true });
    // On PostgreSQL all of it is in the database.
    expect(names).toEqual(expect.arrayContaining(server ? [] : ["auth-secret", "callboard.duckdb"]));
    for (const name of names) {
      const { mode } = await stat(join(stack.folder, name));
      expect([name, (mode & 0o077).toString(8)]).toEqual([name, "0"]);
    }
  });
});
