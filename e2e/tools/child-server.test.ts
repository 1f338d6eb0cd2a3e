import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { type ChildServer, startChildServer } from "./child-server";
import { freePort } from "./ports";
import { waitFor } from "./wait";

const SERVE = `require("node:http").createServer((_, reply) => reply.end("ok")).listen(Number(process.env.PORT))`;
const DEAF = `process.on("SIGTERM", () => {}); ${SERVE}`;

const started: ChildServer[] = [];
afterEach(() => Promise.all(started.splice(0).map((server) => server.stop())));

async function start(script: string, deadlineSeconds = 10): Promise<ChildServer & { url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { ...process.env, PORT: String(port) };
  const server = await startChildServer({ args: ["-e", script], env, healthUrl: url, deadlineSeconds, log: () => {} });
  started.push(server);
  return { ...server, url };
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("startChildServer", () => {
  it("resolves once the server answers, and stop ends it", async () => {
    const server = await start(SERVE);
    expect((await fetch(server.url)).status).toBe(200);
    await server.stop();
    await expect(fetch(server.url)).rejects.toThrow();
    expect(await server.ended).toMatch(/SIGTERM/);
  });

  it("reports the last lines of a server that ends instead of answering", async () => {
    const failing = `console.error("KORE_HOST is missing"); process.exitCode = 3`;
    await expect(start(failing)).rejects.toThrow("The application ended (exit code 3).\nKORE_HOST is missing");
  });

  it("gives up on a server that never answers, and stops it", async () => {
    await expect(start(`console.log("asleep"); setInterval(() => {}, 1000)`, 1)).rejects.toThrow(/Waited 1 s.*asleep/s);
  });

  it("kills a server that does not heed SIGTERM", async () => {
    const server = await start(DEAF);
    await server.stop();
    expect(await server.ended).toMatch(/SIGKILL/);
  }, 15_000);

  it("leaves nothing behind when its parent is killed", async () => {
    const port = await freePort();
    const source = `
      import { startChildServer } from ${JSON.stringify(fileURLToPath(new URL("./child-server.ts", import.meta.url)))};
      const env = { ...process.env, PORT: "${port}" };
      const options = { args: ["-e", ${JSON.stringify(SERVE)}], env, healthUrl: "http://127.0.0.1:${port}", deadlineSeconds: 10 };
      const { pid } = await startChildServer({ ...options, log: () => {} });
      console.log(pid);
    `;
    const parent = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", source]);
    const [line] = await once(parent.stdout, "data");
    const pid = Number(line);
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    await waitFor("the server to end", 10, async () => !isAlive(pid) || undefined);
  }, 30_000);
});
