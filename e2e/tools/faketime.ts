import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const LIBRARIES = "/usr/lib";
/** Its edition for programs with threads, as all of ours are. */
const LIBRARY = "faketime/libfaketimeMT.so.1";

/** The faketime library, out of Debian's package, which root installs where it is missing. @throws Error with what to do. */
export function findFaketime(): string {
  let library = installedFaketime();
  if (!library && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error("Installing the system's faketime package (once)…");
    const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    try {
      execFileSync("apt-get", ["update"], options);
      execFileSync("apt-get", ["install", "-y", "--no-install-recommends", "faketime"], options);
    } catch {
      // What to do is said below.
    }
    library = installedFaketime();
  }
  if (!library) {
    throw new Error(
      "The tests' clock is shifted by faketime: install Debian's package (apt-get install faketime) first.",
    );
  }
  return library;
}

function installedFaketime(): string | undefined {
  const folders = existsSync(LIBRARIES) ? ["", ...readdirSync(LIBRARIES)] : [];
  return folders.map((folder) => join(LIBRARIES, folder, LIBRARY)).find(existsSync);
}

/** The environment in which every program's clock stands `seconds` from the machine's, and goes on. */
export function shiftedEnvironment(library: string, seconds: number): NodeJS.ProcessEnv {
  return {
    ...process.env,
    LD_PRELOAD: library,
    // An offset, not an instant: each program that is started would begin at an instant again.
    FAKETIME: `${seconds < 0 ? "" : "+"}${seconds}s`,
    // Timers, and what the kernel waits for, go by the monotonic clock.
    FAKETIME_DONT_FAKE_MONOTONIC: "1",
    // With the mend for old C libraries, Chromium does not start.
    FAKETIME_FORCE_MONOTONIC_FIX: "0",
    // Whether a build is newer than its sources is a question of the files' own times.
    NO_FAKE_STAT: "1",
  };
}
