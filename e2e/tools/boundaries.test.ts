import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const BIOME = join(ROOT, "node_modules/.bin/biome");
/** What Biome reads of the project: its rules, and how `@/` is resolved. */
const SETTINGS = ["biome.json", "package.json", "tsconfig.json", ".gitignore"];

const LIB = ["shared", "kore", "store", "http", "metrics", "sync", "auth"].map((name) => `lib/${name}`);
const COMPONENTS = ["components/ui", "components/charts", "components/panels"];
const TARGETS = [...LIB, "lib/env", "lib/runtime", ...COMPONENTS, "app/_server", "e2e/simulator", "e2e/oracle"];

/** lib/README.md, "Who may import whom": each importer, and what of ours it may import beside its own folder. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  "lib/shared": [],
  "lib/kore": ["lib/shared"],
  "lib/store": ["lib/shared"],
  "lib/http": ["lib/shared"],
  "lib/metrics": ["lib/shared", "lib/store"],
  "lib/sync": ["lib/kore", "lib/store", "lib/shared"],
  "lib/auth": ["lib/shared", "lib/store"],
  "components/ui": ["lib/shared"],
  "components/charts": ["lib/shared"],
  "components/panels": ["lib/shared", "components/ui", "components/charts"],
  "app/_server": TARGETS.filter((target) => !target.startsWith("e2e/")),
  "e2e/simulator": [],
  "e2e/oracle": [],
};

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({ severity: z.string(), category: z.string(), location: z.object({ path: z.string() }) }),
  ),
});

/** Files that each break a rule or keep it, written before Biome runs once over all of them. */
const files = new Map<string, string>();
const found = new Map<string, string[]>();
let folder = "";

/** A module that imports and uses something of each of these. */
function textOf(...specifiers: readonly string[]): string {
  const imports = specifiers.map((specifier, index) => `import { thing as t${index} } from "${specifier}";\n`);
  return `${imports.join("")}\nexport const used = () => [${specifiers.map((_, index) => `t${index}`).join(", ")}];\n`;
}

function writing(path: string, text: string): string {
  files.set(path, text);
  return path;
}

const errorsIn = (path: string) => found.get(path) ?? [];
const REFUSED = ["lint/style/noRestrictedImports"];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "callboard-boundaries-"));
  for (const name of SETTINGS) {
    copyFileSync(join(ROOT, name), join(folder, name));
  }
  for (const [path, text] of files) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const report = await new Promise<string>((resolve) => {
    const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024 };
    // Biome ends with 1 where it finds errors, as it should here.
    execFile(BIOME, ["lint", "--reporter=json", "--max-diagnostics=none"], options, (_, stdout) => resolve(stdout));
  });
  for (const { severity, category, location } of reportSchema.parse(JSON.parse(report)).diagnostics) {
    if (severity === "error") {
      found.set(location.path, [...errorsIn(location.path), category]);
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("who may import whom", () => {
  for (const [importer, allowed] of Object.entries(MAY_IMPORT)) {
    const paths = TARGETS.map((target) => {
      const name = `to-${target.replace("/", "-").replace("_", "")}`;
      return { target, path: writing(`${importer}/${name}.ts`, textOf(`@/${target}/thing`)) };
    });
    const isAllowed = (target: string) => target === importer || allowed.includes(target);

    it(`${importer} may import ${allowed.join(", ") || "nothing"} of ours`, () => {
      const legal = paths.filter(({ target }) => isAllowed(target));
      expect(legal.filter(({ path }) => errorsIn(path).length > 0).map(({ target }) => target)).toEqual([]);
    });

    it(`${importer} may import nothing else of ours`, () => {
      const illegal = paths.filter(({ target }) => !isAllowed(target));
      expect(illegal.filter(({ path }) => errorsIn(path).length === 0).map(({ target }) => target)).toEqual([]);
      expect(new Set(illegal.flatMap(({ path }) => errorsIn(path)))).toEqual(new Set(REFUSED));
    });
  }

  const outside = ["@/app/_server/thing", "@/components/ui/thing", "@/e2e/simulator/thing"];
  const runtime = writing("lib/runtime.ts", textOf(...outside, ...LIB.map((target) => `@/${target}/thing`)));

  it("lib/runtime may import all of lib, and nothing outside it", () => {
    expect(errorsIn(runtime)).toEqual(outside.flatMap(() => REFUSED));
  });

  const start = writing("instrumentation.ts", textOf("@/lib/runtime", "@/e2e/simulator/server"));

  it("what starts the server may import lib, and not e2e", () => {
    expect(errorsIn(start)).toEqual(REFUSED);
  });
});

describe("a rule is not got round by", () => {
  const forms: [string, string, string][] = [
    [
      "importing a type alone",
      "type",
      'import type { Thing } from "@/lib/store/thing";\n\nexport type Used = Thing;\n',
    ],
    ["importing at run time", "dynamic", 'export const load = () => import("@/lib/store/thing");\n'],
    ["importing for the effect", "effect", 'import "@/lib/store/thing";\n'],
    ["the way up to another folder", "relative", textOf("../store/thing")],
    ["the way up from the folder itself", "winding", textOf("./../store/thing")],
  ];
  const written = forms.map(([words, name, text]) => [words, writing(`lib/kore/form-${name}.ts`, text)] as const);

  it.each(written)("%s", (_, path) => {
    expect(errorsIn(path)).toEqual(REFUSED);
  });

  const again = writing("lib/kore/form-again.ts", 'export { thing } from "@/lib/store/thing";\n');

  it("exporting again what another folder has", () => {
    expect(errorsIn(again)).toEqual(expect.arrayContaining(REFUSED));
  });
});

describe("lib/shared does no I/O", () => {
  const modules = ["node:fs", "fs", "next/headers", "kysely", "@duckdb/node-api", "better-auth"];
  const fileOf = (name: string) => `lib/shared/io-${name.replace(/\W+/g, "-")}.ts`.replace("--", "-");
  const written = modules.map((name) => [name, writing(fileOf(name), textOf(name))] as const);

  it.each(written)("through %s", (_, path) => {
    expect(errorsIn(path)).toEqual(REFUSED);
  });

  const zod = writing("lib/shared/with-zod.ts", textOf("zod"));

  it("and may use what does none", () => {
    expect(errorsIn(zod)).toEqual([]);
  });
});

describe("tests, circles and barrels", () => {
  const test = writing("lib/kore/thing.test.ts", textOf("@/lib/store/thing"));

  it("let a test import from where it needs to", () => {
    expect(errorsIn(test)).toEqual([]);
  });

  const circle = (folderName: string, via: string) =>
    ["one", "two"].map((name, index) => {
      const other = index === 0 ? "two" : "one";
      return writing(
        `${folderName}/${name}.ts`,
        `import { ${other} } from "${via}/${other}";\n\nexport const ${name} = () => ${other};\n`,
      );
    });
  const byPath = circle("lib/sync/circle", "@/lib/sync/circle");
  const bySide = circle("lib/store/circle", ".");

  it("refuse a circle, whether it goes by @/ or from file to file beside it", () => {
    for (const path of [...byPath, ...bySide]) {
      expect(errorsIn(path), path).toEqual(["lint/suspicious/noImportCycles"]);
    }
  });

  const barrel = writing("lib/metrics/index.ts", 'export * from "./thing";\n');

  it("refuse a barrel", () => {
    expect(errorsIn(barrel)).toContain("lint/performance/noBarrelFile");
  });
});
