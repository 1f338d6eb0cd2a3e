import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const files = execFileSync("git", ["ls-files"], { encoding: "utf8" }).split("\n").filter(existsSync);
const documents = files.filter((file) => file.endsWith(".md"));
/** What comments may call a document: `METRICS`, `METRICS.md`, `lib/metrics/METRICS.md`. */
const names = new Set(documents.flatMap((file) => [file, basename(file), basename(file, ".md")]));

const NAME = /\b(?:\w+\/)*\w+\.md\b|\b(?:METRICS|FACTS|ARCHITECTURE|EXPERIENCE|STYLE)\b(?!\.md)/g;

/** The headings of a document, as an address names them. */
const anchorsOf = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );

describe("the documents", () => {
  it.each(documents)("lead to files and headings that there are: %s", (document) => {
    const text = readFileSync(document, "utf8").replace(/```[\s\S]*?```/g, "");
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|<img src="([^"]+)"/g)].map(
      ([, link, image]) => link ?? image ?? "",
    );
    const broken = links.filter((link) => {
      const [path = "", anchor] = link.split("#");
      const target = path === "" ? document : join(dirname(document), path);
      return !/^https?:/.test(link) && !(existsSync(target) && (!anchor || anchorsOf(target).includes(anchor)));
    });
    expect(broken).toEqual([]);
  });

  it("that comments name are there", () => {
    const sources = files.filter((file) => /\.(tsx?|mjs|cjs)$/.test(file));
    const missing = sources.flatMap((file) => {
      const comments = readFileSync(file, "utf8").match(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm) ?? [];
      const named = comments.flatMap((comment) => comment.match(NAME) ?? []);
      return named.filter((name) => !names.has(name)).map((name) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });
});
