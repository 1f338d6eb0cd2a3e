import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { request } from "node:http";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorReplySchema } from "@/lib/shared/contract";
import { residentBytes } from "../../tools/memory";
import { waitFor } from "../../tools/wait";
import { LONGEST_WAIT, longestWait } from "../../tools/waits";
import { type Built, startBuilt } from "../support/built";

const MEGABYTE = 2 ** 20;

let stack: Built;
beforeAll(async () => {
  stack = await startBuilt();
});
afterAll(() => stack?.stop());

const askHealth = async () => {
  const reply = await fetch(`${stack.appUrl}/api/health`);
  await reply.text();
  expect(reply.status).toBe(200);
};

async function expectOthersAnswered(meanwhile: () => Promise<unknown>): Promise<void> {
  expect(await longestWait(askHealth, [askHealth], meanwhile)).toBeLessThan(LONGEST_WAIT);
}

describe("the built server", () => {
  it("answers others while it is sent addresses with thousands of parameters", async () => {
    const line = `/api/health?${Array(5000).fill("q=").join("&")}`;
    expect(line.length).toBeLessThan(16_000);
    await expectOthersAnswered(async () => {
      for (const reply of await Promise.all(Array.from({ length: 50 }, () => fetch(`${stack.appUrl}${line}`)))) {
        expect(reply.status).toBe(414);
        expect(errorReplySchema.parse(await reply.json()).error.code).toBe("address_too_long");
      }
    });
  });

  it("reads as many parameters as it takes in no time to speak of", async () => {
    const line = `/api/health?${Array(500).fill("q=").join("&")}`;
    await expectOthersAnswered(async () => {
      const replies = await Promise.all(Array.from({ length: 20 }, () => fetch(`${stack.appUrl}${line}`)));
      expect(replies.map(({ status }) => status)).toEqual(Array(20).fill(200));
    });
  });

  it.each([
    ["an address of 20 kB", { path: `/queues?q=${"x".repeat(20_000)}` }, 414],
    ["headers of 20 kB", { path: "/queues", headers: { cookie: "x".repeat(20_000) } }, 431],
  ])("answers %s in our own words", async (_, options, status) => {
    const asked = request(stack.appUrl, options).end();
    const [reply] = await once(asked, "response");
    expect(reply.statusCode).toBe(status);
    const body = await new Response(reply).json();
    expect(errorReplySchema.parse(body).error.message).toContain("too long");
  });

  it.each([
    ["/api/auth/sign-in/email", 413],
    ["/api/set-up", 413],
    // These answer without a look at the body, and are cut off all the same.
    ["/sign-in", 200],
    ["/api/metrics", 401],
  ])("refuses a body of 300 MB unread, whether it says how long it is or not: %s", async (path, statusWhereUntold) => {
    const before = await residentBytes(stack.pid);
    for (const [framing, status] of [
      [`content-length: ${300 * MEGABYTE}`, 413],
      ["transfer-encoding: chunked", statusWhereUntold],
    ] as const) {
      const { answer, sent } = await sendEndlessly(path, framing);
      expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      expect(answer.includes('"body_too_large"')).toBe(status === 413);
      expect(sent).toBeLessThan(16 * MEGABYTE);
    }
    expect((await residentBytes(stack.pid)) - before).toBeLessThan(32 * MEGABYTE);
  });

  it("keeps no socket of those who ask for another protocol", async () => {
    const { port } = new URL(stack.appUrl);
    const wishes = Array.from({ length: 100 }, async () => {
      const socket = connect(Number(port), "localhost");
      await once(socket, "connect");
      socket.write(`GET /api/health HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n`);
      const [answer] = await once(socket, "data");
      socket.destroy();
      return String(answer).split("\r\n")[0];
    });
    expect(new Set(await Promise.all(wishes))).toEqual(new Set(["HTTP/1.1 200 OK"]));
    await waitFor("the sockets to be closed", 10, async () => (await socketsLeft(port)) === 0 || undefined);
  });
});

/** Sends a body until the server closes. @returns what it said, and how many bytes it let us send. */
async function sendEndlessly(path: string, framing: string): Promise<{ answer: string; sent: number }> {
  const socket = connect(Number(new URL(stack.appUrl).port), "localhost");
  let answer = "";
  let isOver = false;
  socket.setEncoding("utf8").on("data", (text) => {
    answer += text;
  });
  socket.on("error", () => {});
  const closed = new Promise<void>((resolve) => {
    socket.once("close", () => {
      isOver = true;
      resolve();
    });
  });
  socket.write(`POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${framing}\r\n\r\n`);
  const chunk = `100000\r\n${"x".repeat(MEGABYTE)}\r\n`;
  while (!isOver && socket.bytesWritten < 300 * MEGABYTE) {
    if (!socket.write(chunk)) {
      await Promise.race([once(socket, "drain").catch(() => {}), closed]);
    }
  }
  await closed;
  return { answer, sent: socket.bytesWritten };
}

/** Connections to the server's port that the server's end has not closed (Linux's table of them). */
async function socketsLeft(port: string): Promise<number> {
  const hex = Number(port).toString(16).toUpperCase().padStart(4, "0");
  const tables = await Promise.all(
    ["tcp", "tcp6"].map((name) => readFile(`/proc/net/${name}`, "utf8").catch(() => "")),
  );
  const CLOSE_WAIT = "08";
  return tables
    .join("\n")
    .split("\n")
    .filter((line) => new RegExp(`^\\s*\\d+: [0-9A-F]+:${hex} [0-9A-F:]+ ${CLOSE_WAIT} `).test(line)).length;
}
