import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm run architecture`: what holds of the files as a whole. No circle of imports (types too), the table "Who may import
 * whom" of lib/README.md, a README in each folder, every link of a document leads somewhere, every document that a comment
 * names is there. Function lengths and the rest are Biome's (`npm run lint`). Ends with exit code 1 and a line for each fault.
 */

/** Each file's imports of ours, as paths of files. */
export type Imports = ReadonlyMap<string, readonly string[]>;

const SOURCE = /\.(tsx?|mjs|cjs)$/;
const IMPORT = /(?:\bfrom|\bimport|\bimport\(|\bimportActual\()\s*"((?:@\/|\.)[^"]+)"/g;
const ENDINGS = ["", ".ts", ".tsx", ".mjs", ".json"];

/** Reads the imports of all files whose text is given. */
export function readImports(texts: ReadonlyMap<string, string>): Imports {
  const resolve = (from: string, specifier: string) => {
    const path = specifier.startsWith("@/") ? specifier.slice(2) : join(dirname(from), specifier);
    return ENDINGS.map((ending) => path + ending).find((file) => texts.has(file));
  };
  return new Map(
    [...texts].map(([file, text]) => {
      const targets = [...text.matchAll(IMPORT)].map(([, specifier = ""]) => resolve(file, specifier));
      return [file, [...new Set(targets.filter((target) => target !== undefined))]];
    }),
  );
}

/** One line for each circle, `a → b → a`. */
export function findCircles(imports: Imports): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]) => {
    const start = path.indexOf(file);
    if (start >= 0) {
      circles.push([...path.slice(start), file].join(" → "));
      return;
    }
    if (!done.has(file)) {
      for (const target of imports.get(file) ?? []) {
        visit(target, [...path, file]);
      }
      done.add(file);
    }
  };
  for (const file of imports.keys()) {
    visit(file, []);
  }
  return circles;
}

/** A row of "Who may import whom": paths of these folders or files may import those. */
export interface ImportRule {
  importers: readonly string[];
  allowed: readonly string[];
  isAnythingBut: boolean;
}

/** Reads the table under "Who may import whom". */
export function readImportRules(readme: string): ImportRule[] {
  const table = readme.split("## Who may import whom")[1]?.split("\n## ")[0] ?? "";
  const rows = [...table.matchAll(/^\| (`[^|]*|other components[^|]*)\|([^|]*)\|$/gm)];
  const pathsIn = (cell: string) =>
    [...cell.matchAll(/`([^`]+)`|\b(components)\b/g)].map(([, quoted, word]) => quoted ?? word ?? "");
  return rows.map(([, importers = "", allowed = ""]) => ({
    importers: pathsIn(importers),
    allowed: pathsIn(allowed),
    isAnythingBut: allowed.includes("everything but"),
  }));
}

const isIn = (file: string, folder: string) => file === folder || file.startsWith(`${folder}/`);

/** One line for each import that the table forbids; tests may import from where they need to. */
export function findForbidden(imports: Imports, rules: readonly ImportRule[]): string[] {
  const ruleOf = (file: string) => {
    const matches = rules.flatMap((rule) =>
      rule.importers.filter((importer) => isIn(file, importer)).map((importer) => ({ rule, importer })),
    );
    return matches.sort((a, b) => b.importer.length - a.importer.length)[0];
  };
  return [...imports].flatMap(([file, targets]) => {
    const match = /\.test\.tsx?$/.test(file) ? undefined : ruleOf(file);
    if (!match) {
      return [];
    }
    const { rule, importer } = match;
    const isListed = (target: string) => rule.allowed.some((folder) => isIn(target, folder));
    const isAllowed = (target: string) => isIn(target, importer) || isListed(target) !== rule.isAnythingBut;
    return targets.filter((target) => !isAllowed(target)).map((target) => `${file} imports ${target}`);
  });
}

/** Folders of code directly in `lib`, `components` and `e2e` that have no README.md. */
export function findUndescribed(files: readonly string[]): string[] {
  const folders = new Set(
    files
      .filter((file) => SOURCE.test(file))
      .map((file) => file.split("/").slice(0, -1))
      .flatMap(([top = "", folder]) =>
        ["lib", "components", "e2e"].includes(top) ? [folder ? `${top}/${folder}` : top] : [],
      ),
  );
  return [...folders].filter((folder) => !files.includes(`${folder}/README.md`));
}

/** The headings of a document, as an address names them. */
const anchorsOf = (text: string) =>
  [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

/** One line for each link of a document that leads to no file or heading. */
export function findBrokenLinks(documents: ReadonlyMap<string, string>, exists: (path: string) => boolean): string[] {
  return [...documents].flatMap(([document, text]) => {
    const prose = text.replace(/```[\s\S]*?```/g, "");
    const links = [...prose.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
      ([, link, image]) => link ?? image ?? "",
    );
    const leads = (link: string) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? document : join(dirname(document), path);
      return exists(target) && (!anchor || anchorsOf(documents.get(target) ?? "").includes(anchor));
    };
    return links.filter((link) => !/^https?:/.test(link) && !leads(link)).map((link) => `${document} links to ${link}`);
  });
}

const DOCUMENT = /\b(?:\w+\/)*\w+\.md\b|\b(?:METRICS|FACTS|ARCHITECTURE|EXPERIENCE|STYLE)\b(?!\.md)/g;

/** One line for each document that a comment names and that is not in the repository. */
export function findUnknownDocuments(texts: ReadonlyMap<string, string>, documents: readonly string[]): string[] {
  const names = new Set(documents.flatMap((file) => [file, basename(file), basename(file, ".md")]));
  return [...texts].flatMap(([file, text]) => {
    const comments = text.match(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm) ?? [];
    const named = comments.flatMap((comment) => comment.match(DOCUMENT) ?? []);
    return named.filter((name) => !names.has(name)).map((name) => `${file} names ${name}, which is not there`);
  });
}

/** Everything that does not hold of the checkout in the working folder, a line each. */
export function checkArchitecture(): string[] {
  const files = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { encoding: "utf8" })
    .split("\n")
    .filter((file) => file !== "" && existsSync(file));
  const read = (wanted: readonly string[]) => new Map(wanted.map((file) => [file, readFileSync(file, "utf8")]));
  const sources = read(files.filter((file) => SOURCE.test(file)));
  const documents = read(files.filter((file) => file.endsWith(".md")));
  const imports = readImports(sources);
  const rules = readImportRules(documents.get("lib/README.md") ?? "");
  return [
    ...findCircles(imports),
    ...findForbidden(imports, rules),
    ...findUndescribed(files).map((folder) => `${folder} has no README.md`),
    ...findBrokenLinks(documents, existsSync),
    ...findUnknownDocuments(sources, [...documents.keys()]),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = checkArchitecture();
  console.log(faults.length > 0 ? faults.join("\n") : "The architecture holds.");
  process.exitCode = faults.length > 0 ? 1 : 0;
}
