import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, describe, expect, it, vi } from "vitest";
import { errorReplySchema } from "@/lib/shared/contract";
import { readTrustedProxies } from "./client-address";
import { requestSignal } from "./request-signal";
import { type GuardOptions, guardServer, LARGEST_BODY, LARGEST_LONG_BODY, MOST_PARAMETERS } from "./server-guard";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const reached = vi.fn<(url: string) => unknown>();

/** A guarded server that answers with what it was sent, and with the address that it was told. */
async function serve(options: Partial<GuardOptions> = {}): Promise<number> {
  reached.mockReset();
  const server = createServer(async (request, response) => {
    reached(request.url ?? "");
    const body = await text(request).catch(() => "");
    response.end(JSON.stringify({ length: body.length, address: request.headers["x-callboard-address"] }));
  });
  guardServer(server, {
    allowsUpgrades: false,
    trustedProxies: readTrustedProxies([]),
    ...options,
  });
  servers.push(server);
  await once(server.listen(0, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}

/** Sends bytes as they are. @returns all that came back until the connection ended. */
async function send(port: number, ...parts: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  let answer = "";
  socket.setEncoding("utf8").on("data", (chunk) => {
    answer += chunk;
  });
  socket.on("error", () => {});
  for (const part of parts) {
    socket.write(part);
  }
  await once(socket, "close");
  return answer;
}

function errorIn(answer: string) {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  const { code, message } = errorReplySchema.parse(JSON.parse(body)).error;
  return { status: Number(head.split(" ")[1]), code, message };
}

const CHUNK = `4000\r\n${"x".repeat(0x4000)}\r\n`;

describe("a guarded server", () => {
  it.each([
    ["/api/auth/sign-in/email", LARGEST_BODY],
    ["/api/metrics", LARGEST_LONG_BODY],
    ["/api/conversations", LARGEST_LONG_BODY],
    ["/queues", LARGEST_BODY],
    ["/api/metricsx", LARGEST_BODY],
  ])("takes a body of as much as is allowed at %s, and refuses one byte more unread", async (path, largest) => {
    const url = `http://127.0.0.1:${await serve()}${path}`;
    const taken = await fetch(url, { method: "POST", body: "x".repeat(largest) });
    expect(await taken.json()).toMatchObject({ length: largest });
    reached.mockReset();
    const refused = await fetch(url, { method: "POST", body: "x".repeat(largest + 1) });
    expect(refused.status).toBe(413);
    expect(errorReplySchema.parse(await refused.json()).error.code).toBe("body_too_large");
    expect(reached).not.toHaveBeenCalled();
  });

  it("refuses a body that does not say how long it is as soon as it is too long", async () => {
    const port = await serve();
    const head = "POST /x HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n";
    // Neither ends its request: the answer does not wait for that.
    const answer = await send(port, head, CHUNK.repeat(5));
    expect(errorIn(answer)).toMatchObject({ status: 413, code: "body_too_large" });
    const taken = await send(
      port,
      head.replace("\r\n\r\n", "\r\nconnection: close\r\n\r\n"),
      CHUNK.repeat(4),
      "0\r\n\r\n",
    );
    expect(taken).toContain(`"length":${LARGEST_BODY}`);
  });

  it("reads no body that the answer does not need, and cuts it off", async () => {
    const port = await serve();
    servers[0]?.removeAllListeners("request").on("request", (_, response) => response.end("no"));
    const socket = connect(port, "127.0.0.1").on("error", () => {});
    socket.write("POST /x HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
    const [answer] = await once(socket, "data");
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
    const closed = new Promise((resolve) => socket.once("close", resolve));
    const goOn = () => {
      while (!socket.destroyed && socket.bytesWritten < 64 * 2 ** 20 && socket.write(CHUNK.repeat(16))) {}
    };
    socket.on("drain", goOn);
    goOn();
    await closed;
    expect(socket.bytesWritten).toBeLessThan(16 * 2 ** 20);
  });

  it("answers an address that is too long, and headers that are, each by its name", async () => {
    const port = await serve();
    const address = await send(port, `GET /?q=${"x".repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`);
    expect(errorIn(address)).toMatchObject({ status: 414, code: "address_too_long" });
    const headers = await send(port, `GET / HTTP/1.1\r\nhost: x\r\ncookie: ${"x".repeat(20_000)}\r\n\r\n`);
    expect(errorIn(headers)).toMatchObject({ status: 431, code: "headers_too_large" });
    expect(reached).not.toHaveBeenCalled();
  });

  it("refuses more parameters than anybody needs", async () => {
    const url = `http://127.0.0.1:${await serve()}/api/health?`;
    const answerOf = (count: number) => fetch(url + Array(count).fill("q=").join("&"));
    expect((await answerOf(MOST_PARAMETERS)).status).toBe(200);
    const refused = await answerOf(MOST_PARAMETERS + 1);
    expect(refused.status).toBe(414);
    expect((await fetch(`${url}a?${"&q=".repeat(MOST_PARAMETERS)}`)).status).toBe(414);
    expect(errorReplySchema.parse(await refused.json()).error.code).toBe("address_too_long");
    expect(reached).toHaveBeenCalledTimes(1);
  });

  it("takes a wish for another protocol for a request like any other", async () => {
    const port = await serve();
    const wish = "GET /ws HTTP/1.1\r\nhost: x\r\nconnection: upgrade, close\r\nupgrade: websocket\r\n\r\n";
    servers[0]?.on("upgrade", () => {});
    expect(await send(port, wish)).toMatch(/^HTTP\/1\.1 200 /);
    expect(reached).toHaveBeenCalledWith("/ws");
  });

  it("leaves upgrades to their listener where they are allowed", async () => {
    const port = await serve({ allowsUpgrades: true });
    servers[0]?.on("upgrade", (_: IncomingMessage, socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
    const wish = "GET /ws HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n";
    expect(await send(port, wish)).toMatch(/^HTTP\/1\.1 101 /);
  });

  it("says whose request it is, whatever the client says of that", async () => {
    const forged = { headers: { "x-callboard-address": "9.9.9.9", "x-forwarded-for": "8.8.8.8" } };
    const direct = await fetch(`http://127.0.0.1:${await serve()}/`, forged);
    expect(await direct.json()).toMatchObject({ address: "127.0.0.1" });
    const behind = await serve({ trustedProxies: readTrustedProxies(["127.0.0.1"]) });
    expect(await (await fetch(`http://127.0.0.1:${behind}/`, forged)).json()).toMatchObject({ address: "8.8.8.8" });
  });

  it("begins with two requests of one cookie at once, and with anybody else's and the health at any time", async () => {
    const port = await serve();
    const held: (() => void)[] = [];
    servers[0]?.removeAllListeners("request").on("request", (request, response) => {
      const isHeld = request.headers.cookie === "session_token=much";
      reached(request.headers.cookie ?? request.url ?? "");
      if (isHeld) held.push(() => response.end());
      else response.end();
    });
    const get = (cookie: string, path = "/queues") => fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
    const much = Array.from({ length: 50 }, () => get("session_token=much"));
    await vi.waitFor(() => expect(held).toHaveLength(2));
    expect((await get("session_token=other")).status).toBe(200);
    expect((await get("session_token=much; a=1", "/api/health")).status).toBe(200);
    expect(held).toHaveLength(2);
    const answered = Promise.all(much);
    let isOver = false;
    void answered.finally(() => {
      isOver = true;
    });
    await vi.waitFor(
      () => {
        for (const end of held.splice(0)) end();
        expect(isOver).toBe(true);
      },
      { timeout: 20_000, interval: 5 },
    );
    expect((await answered).map(({ status }) => status)).toEqual(Array(50).fill(200));
  });

  it("answers others soon while requests wait for bodies that do not come, each with a token of its own", async () => {
    const port = await serve();
    const heads = Array.from(
      { length: 12 },
      (_, index) => `POST /api/set-up HTTP/1.1\r\nhost: x\r\nauthorization: ${index}\r\ncontent-length: 100\r\n\r\n`,
    );
    const sockets = heads.map((head) => {
      const socket = connect(port, "127.0.0.1").on("error", () => {});
      socket.write(head);
      return socket;
    });
    await vi.waitFor(() => expect(reached.mock.calls.length).toBeGreaterThanOrEqual(8));
    expect((await fetch(`http://127.0.0.1:${port}/queues`)).status).toBe(200);
    for (const socket of sockets) {
      socket.destroy();
    }
  });

  it("keeps no place for those who go before their request begins", async () => {
    const port = await serve();
    servers[0]?.removeAllListeners("request").on("request", (_, response) => {
      // Like Next, which answers nobody who is gone.
      if (!response.destroyed) response.end();
    });
    for (let round = 0; round < 40; round += 1) {
      const socket = connect(port, "127.0.0.1").on("error", () => {});
      await once(socket, "connect");
      socket.write(`GET / HTTP/1.1\r\nhost: x\r\nauthorization: ${round}\r\n\r\n`);
      await new Promise((resolve) => setImmediate(resolve));
      socket.resetAndDestroy();
    }
    expect((await fetch(`http://127.0.0.1:${port}/queues`)).status).toBe(200);
  });

  it("tells when the asker goes, and not when the reply has ended", async () => {
    const port = await serve();
    const signals: AbortSignal[] = [];
    reached.mockImplementation(() => signals.push(requestSignal()));
    await (await fetch(`http://127.0.0.1:${port}/`)).text();
    const asker = new AbortController();
    const body = new ReadableStream({ start: (controller) => controller.enqueue(Buffer.from("x")) });
    const init = { method: "POST", body, duplex: "half", signal: asker.signal } as RequestInit;
    const gone = fetch(`http://127.0.0.1:${port}/`, init).catch(() => "gone");
    await vi.waitFor(() => expect(signals).toHaveLength(2));
    asker.abort();
    expect(await gone).toBe("gone");
    await vi.waitFor(() => expect(signals.map(({ aborted }) => aborted)).toEqual([false, true]));
  });
});
