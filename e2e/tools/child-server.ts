import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { waitFor } from "./wait";

const STOP_WITH_PARENT = new URL("./stop-with-parent.mjs", import.meta.url).href;
const GRACE_SECONDS = 5;
const LINES_KEPT = 20;

type Options = {
  /** Arguments of `node`: the script and its own arguments. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** Answers 2xx once the server is ready. */
  healthUrl: string;
  deadlineSeconds: number;
  log: (line: string) => void;
};

export type ChildServer = {
  pid: number;
  /** Resolves once the process has ended, with how it ended and its last lines. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

/** Starts a Node server and waits until it is healthy. Throws with its last lines when it ends or stays silent instead. */
export async function startChildServer(options: Options): Promise<ChildServer> {
  const child = spawn(process.execPath, ["--import", STOP_WITH_PARENT, ...options.args], {
    env: options.env,
    stdio: ["pipe", "pipe", "pipe"],
    // A group of its own can be stopped whole, and Ctrl-C reaches it through its parent alone, in order.
    detached: process.platform !== "win32",
  });
  const lines = keepLastLines(child, options.log);
  const report = (what: string) => [what, ...lines].join("\n");
  let isOver = false;
  const ended = whenEnded(child).then((how) => {
    isOver = true;
    return report(how);
  });
  const server = { pid: child.pid ?? 0, ended, stop: () => stopGroup(child, ended) };
  try {
    await waitFor(
      options.healthUrl,
      options.deadlineSeconds,
      async () => isOver || (await answersWell(options.healthUrl)),
    );
  } catch (error) {
    await server.stop();
    throw new Error(report(error instanceof Error ? error.message : String(error)));
  }
  if (isOver) throw new Error(await ended);
  return server;
}

async function answersWell(url: string): Promise<true | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  return response.ok ? true : undefined;
}

function keepLastLines(child: ChildProcess, log: (line: string) => void): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      if (lines.length > LINES_KEPT) lines.shift();
      log(line);
    });
  }
  return lines;
}

function whenEnded(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(`The application could not be started: ${error.message}`));
    child.once("close", (code, signal) => resolve(`The application ended (${signal ?? `exit code ${code}`}).`));
  });
}

async function stopGroup(child: ChildProcess, ended: Promise<string>): Promise<void> {
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), GRACE_SECONDS * 1000);
  await ended;
  clearTimeout(timer);
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}
