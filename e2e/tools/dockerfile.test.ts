import { execFile, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Simulator, startSimulator } from "../simulator/server";
import { ACCOUNTS } from "./accounts";
import { type Image, makeImage } from "./dockerfile";
import { freePort } from "./ports";
import { waitFor } from "./wait";

const idOf = (flag: string) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));

/** Somebody without rights, as the image's user: where this one may become another, and that one may execute Node. */
function findUser(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) {
    return {};
  }
  const nobody = { uid: idOf("-u"), gid: idOf("-g") };
  return spawnSync("node", ["--version"], nobody).status === 0 ? nobody : {};
}

const user = findUser();
const owner = `${user.uid ?? process.getuid?.()}:${user.gid ?? process.getgid?.()}`;

let folder: string;
let image: Image;
let source: Simulator;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "callboard-image-"));
  chmodSync(folder, 0o755);
  source = await startSimulator({ seed: 3, conversationsPerDay: 20, requestsPerMinute: 100_000 });
  image = makeImage(process.cwd(), folder, owner);
}, 900_000);
afterAll(async () => {
  await source?.close();
  rmSync(folder, { recursive: true, force: true });
});

it("the Dockerfile's steps make an application that starts without rights, is healthy, and ends well", async () => {
  const { accountId, streamId, clientId, clientSecret } = source.credentials;
  const port = String(await freePort());
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: process.env.PATH ?? "",
    HOME: folder,
    ...image.env,
    DATA_DIR: join(image.root, image.env.DATA_DIR ?? ""),
    PORT: port,
    KORE_HOST: source.url,
    KORE_ACCOUNT_ID: accountId,
    KORE_STREAM_ID: streamId,
    KORE_CLIENT_ID: clientId,
    KORE_CLIENT_SECRET: clientSecret,
    ADMIN_EMAIL: ACCOUNTS.administrator.email,
    ADMIN_PASSWORD: ACCOUNTS.administrator.password,
    npm_config_update_notifier: "false",
  };
  const cwd = join(image.root, image.workdir);
  const [command = "", ...args] = image.command;
  const lines: string[] = [];
  const server = spawn(command, args, { cwd, env, ...user });
  for (const stream of [server.stdout, server.stderr]) {
    stream.on("data", (chunk) => lines.push(String(chunk)));
  }
  const ended = once(server, "exit");
  const [check = "", ...checkArgs] = image.healthCommand;
  try {
    await waitFor("the image's own health check to pass", 90, async () => {
      expect(server.exitCode, lines.join("")).toBeNull();
      return promisify(execFile)(check, checkArgs, { env }).then(
        () => true,
        () => undefined,
      );
    });
  } finally {
    server.kill("SIGTERM");
  }
  expect(await ended, lines.join("")).toEqual([0, null]);
  expect(readdirSync(join(image.root, image.env.DATA_DIR ?? ""))).toEqual(
    expect.arrayContaining(["auth-secret", "callboard.duckdb"]),
  );
  expect(image.user).toBe("node");
  expect(image.command.join(" ")).toBe(JSON.parse(readFileSync("package.json", "utf8")).scripts.start);
});
