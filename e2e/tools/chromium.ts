import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright";
import { listInstalledBrowsers } from "./installed-browsers";

export type Chromium = { executablePath: string; args: string[] };

type Source = {
  /** Fetches a browser, where the source has to be asked for one. */
  prepare?: () => Promise<void>;
  paths: () => string[];
};

const isRoot = process.getuid?.() === 0;
const canInstallPackages = isRoot && existsSync("/usr/bin/apt-get");

/** Chromium refuses to run as root with its sandbox; the rest keeps it from calling home during tests. */
export const CHROMIUM_ARGS = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Finds a Chromium that really starts: CHROMIUM_PATH, an installed one, Playwright's, and else installs one (Playwright's
 * download, then Debian's package). Throws what to do when none can be had.
 */
export async function findChromium(): Promise<Chromium> {
  const chosen = process.env.CHROMIUM_PATH;
  const failures: string[] = [];
  for (const source of chosen ? [{ paths: () => [chosen] }] : listSources()) {
    try {
      await source.prepare?.();
    } catch (error) {
      failures.push(summarize(error));
    }
    for (const executablePath of source.paths().filter(existsSync)) {
      const failure = await tryStart(executablePath);
      if (failure === undefined) return { executablePath, args: CHROMIUM_ARGS };
      failures.push(`${executablePath}: ${failure}`);
    }
  }
  throw new Error(explain(chosen, failures));
}

function listSources(): Source[] {
  const installed = () => listInstalledBrowsers(process.platform, process.env);
  const ofPlaywright = () => [chromium.executablePath()];
  return [
    { paths: installed },
    { paths: ofPlaywright },
    { prepare: installPlaywrightChromium, paths: ofPlaywright },
    ...(canInstallPackages ? [{ prepare: installPackage, paths: installed }] : []),
  ];
}

/** Starts the browser for a moment: a missing library, a wrapper without its browser, or an old edition shows then. */
async function tryStart(executablePath: string): Promise<string | undefined> {
  try {
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS, timeout: 30_000 });
    await browser.close();
  } catch (error) {
    return summarize(error);
  }
}

async function installPlaywrightChromium(): Promise<void> {
  console.error("No Chromium starts here: downloading Playwright's (once)…");
  const cli = join(dirname(createRequire(import.meta.url).resolve("playwright/package.json")), "cli.js");
  // Only root can add the libraries that a bare machine lacks.
  const withLibraries = canInstallPackages ? ["--with-deps"] : [];
  await run(process.execPath, [cli, "install", ...withLibraries, "chromium"], 5);
}

async function installPackage(): Promise<void> {
  console.error("Installing the system's chromium package (once)…");
  await run("apt-get", ["update"], 3);
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], 10);
}

async function run(command: string, args: string[], minutes: number): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await promisify(execFile)(command, args, { env, timeout: minutes * 60_000, killSignal: "SIGKILL" });
}

/** The first line of an error and, from the output behind it, the line that says why (the browser's, apt's, Playwright's). */
function summarize(error: unknown): string {
  const [first = "", ...output] = (error instanceof Error ? error.message : String(error)).split("\n");
  const reason = output.find((line) => /\[err\]|^(E:|Error|Failed)/.test(line));
  return reason ? `${first} ${reason}` : first;
}

function explain(chosen: string | undefined, failures: string[]): string {
  const advice = chosen
    ? `CHROMIUM_PATH is ${chosen}, which is not a Chromium that starts here. Correct it, or unset it to have one found.`
    : "No Chromium starts here and none could be installed. Install Chromium or Chrome, or run " +
      "`npx playwright install --with-deps chromium`, or set CHROMIUM_PATH to a browser's executable.";
  return [advice, ...failures.map((failure) => `  - ${failure}`)].join("\n");
}
