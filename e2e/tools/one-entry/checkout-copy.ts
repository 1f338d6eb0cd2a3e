import { execFile, execFileSync } from "node:child_process";
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Place } from "./thing";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** What the compiler reads and Git does not keep: the types of Next's routes, and what it found last time. */
const GENERATED = ["next-env.d.ts", ".next/types", "tsconfig.tsbuildinfo"];

/** @returns a temporary folder with the checkout as it stands, uncommitted changes too, and its packages. */
export function copyCheckout(): string {
  const folder = mkdtempSync(join(tmpdir(), "callboard-one-entry-"));
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: ROOT });
  const files = [...new Set(listed.toString().split("\n"))].filter(
    (file) => file !== "" && existsSync(join(ROOT, file)),
  );
  for (const file of files) {
    mkdirSync(join(folder, dirname(file)), { recursive: true });
    copyFileSync(join(ROOT, file), join(folder, file));
  }
  for (const path of GENERATED.filter((each) => existsSync(join(ROOT, each)))) {
    cpSync(join(ROOT, path), join(folder, path), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  return folder;
}

/** @throws Error where a file to be made is there already, or the line to find is not there exactly once. */
export function applyPlace(folder: string, place: Place): void {
  const path = join(folder, place.file);
  if ("create" in place) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, place.create, { flag: "wx" });
    return;
  }
  const isBehind = "after" in place;
  const [wanted, text] = isBehind ? [place.after, place.insert] : [place.line, place.replacement];
  const lines = readFileSync(path, "utf8").split("\n");
  const found = lines.flatMap((line, index) => (line.trim() === wanted.trim() ? [index] : []));
  const [index] = found;
  if (index === undefined || found.length > 1) {
    throw new Error(`${place.file} has ${found.length} lines “${wanted}”, not one.`);
  }
  writeFileSync(path, lines.toSpliced(isBehind ? index + 1 : index, isBehind ? 0 : 1, text).join("\n"));
}

/** @returns what the compiler says about the copy: nothing where all types hold. */
export function checkTypes(folder: string): Promise<string> {
  return run(folder, [join("node_modules", "typescript", "bin", "tsc"), "--noEmit"]).then(({ output }) => output);
}

/** Runs a module of the copy. @returns its default export, as JSON. @throws Error with what it wrote where it fails. */
export async function runScript(folder: string, name: string, script: string): Promise<unknown> {
  writeFileSync(join(folder, `${name}.ts`), script);
  const main = `process.stdout.write("\\n" + JSON.stringify((await import("./${name}.ts")).default)); process.exit();`;
  writeFileSync(join(folder, `${name}.main.mts`), main);
  const { code, output } = await run(folder, ["--import", "tsx", `${name}.main.mts`]);
  if (code !== 0) {
    throw new Error(output);
  }
  return JSON.parse(output.split("\n").at(-1) ?? "");
}

function run(cwd: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, output: error ? `${stderr}${stdout}` : stdout });
    });
  });
}
