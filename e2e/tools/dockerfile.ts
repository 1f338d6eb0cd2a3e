import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What an image made by the Dockerfile would hold, in a folder, and how it would be started and looked at. */
export interface Image {
  /** Its root: `/app` of the image is `app` below it. */
  root: string;
  workdir: string;
  env: Record<string, string>;
  user: string | null;
  command: string[];
  healthCommand: string[];
}

interface Stage extends Image {
  name: string | null;
}

/** Lines of the Dockerfile as instructions: comments left out, continued lines joined. */
function readInstructions(text: string): [string, string][] {
  const joined = text.replace(/^#.*\n/gm, "").replace(/\\\n\s*/g, " ");
  return joined
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const [, word = "", rest = ""] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
      return [word, rest];
    });
}

/**
 * Carries out the Dockerfile's steps without a container: each stage in a folder of its own below `folder`, with this
 * machine's Node in place of the base image, its files those that git has in `from`. `owner` stands for the image's user.
 * @throws Error for an instruction that it does not know, or a step that fails.
 */
export function makeImage(from: string, folder: string, owner: string): Image {
  const stages: Stage[] = [];
  for (const [word, rest] of readInstructions(readFileSync(join(from, "Dockerfile"), "utf8"))) {
    const stage = stages.at(-1);
    if (word === "FROM") {
      const root = join(folder, `stage-${stages.length}`);
      mkdirSync(root, { recursive: true });
      const name = / AS (\w+)/.exec(rest)?.[1] ?? null;
      stages.push({ name, root, workdir: "/", env: {}, user: null, command: [], healthCommand: [] });
    } else if (stage) {
      carryOut(stage, word, rest, { from, stages, owner });
    }
  }
  const last = stages.at(-1);
  if (!last) {
    throw new Error("The Dockerfile has no stage.");
  }
  return last;
}

interface Around {
  from: string;
  stages: readonly Stage[];
  owner: string;
}

function carryOut(stage: Stage, word: string, rest: string, around: Around): void {
  switch (word) {
    case "WORKDIR":
      stage.workdir = rest;
      mkdirSync(join(stage.root, rest), { recursive: true });
      return;
    case "ENV":
      Object.assign(stage.env, Object.fromEntries(rest.split(" ").map((pair) => pair.split("=", 2))));
      return;
    case "COPY":
      copy(stage, rest.split(" "), around);
      return;
    case "RUN":
      run(stage, rest, around.owner);
      return;
    case "USER":
      stage.user = rest;
      return;
    case "CMD":
      stage.command = JSON.parse(rest);
      return;
    case "HEALTHCHECK":
      stage.healthCommand = JSON.parse(rest.slice(rest.indexOf("[")));
      return;
    case "VOLUME":
    case "EXPOSE":
      return;
    default:
      throw new Error(`This does not know the Dockerfile's instruction ${word}.`);
  }
}

/** Paths of the image that lie in its own folder here. */
const OF_IMAGE = /(^|\s)\/(app|data)\b/g;

function run({ root, workdir, env }: Stage, command: string, owner: string): void {
  const here = command.replace(OF_IMAGE, `$1${root}/$2`).replace("node:node", owner);
  // A test's own NODE_ENV is none of the image's.
  const unset = "NODE_ENV" in env ? [] : ["-u", "NODE_ENV"];
  execFileSync("env", [...unset, "sh", "-c", here], {
    cwd: join(root, workdir),
    // What this repository's own `npm ci` fetched is not fetched again.
    env: { ...process.env, npm_config_prefer_offline: "true", ...env },
    stdio: "pipe",
  });
}

function copy({ root, workdir }: Stage, words: string[], { from, stages }: Around): void {
  const target = join(root, workdir);
  const source = /^--from=(\w+)$/.exec(words[0] ?? "")?.[1];
  if (source) {
    const other = stages.find(({ name }) => name === source);
    execFileSync("cp", ["-a", `${join(other?.root ?? "", words[1] ?? "")}/.`, target]);
    return;
  }
  const tracked = execFileSync("git", ["ls-files", "-z", "--", ...words.slice(0, -1)], { cwd: from, encoding: "utf8" });
  for (const file of tracked.split("\0").filter((name) => name !== "")) {
    const to = join(target, file);
    mkdirSync(dirname(to), { recursive: true });
    cpSync(join(from, file), to);
    chmodSync(to, 0o644);
  }
}
