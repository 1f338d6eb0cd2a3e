import { describe, expect, it } from "vitest";
import {
  checkArchitecture,
  findBrokenLinks,
  findCircles,
  findForbidden,
  findUndescribed,
  findUnknownDocuments,
  readImportRules,
  readImports,
} from "./architecture";

it("holds for the repository", () => {
  expect(checkArchitecture()).toEqual([]);
});

const textsOf = (texts: Record<string, string>) => new Map(Object.entries(texts));

describe("imports", () => {
  it("are found by @/ and beside the file, of types, at run time and for the effect", () => {
    const imports = readImports(
      textsOf({
        "lib/a/one.ts":
          'import type { Two } from "./two";\nimport "@/lib/b/three";\nconst four = () => import("../b/four");\n',
        "lib/a/two.ts": 'export { three } from "@/lib/b/three";\nimport { join } from "node:path";\n',
        "lib/b/three.ts": "",
        "lib/b/four.tsx": "",
      }),
    );
    expect(imports.get("lib/a/one.ts")).toEqual(["lib/a/two.ts", "lib/b/three.ts", "lib/b/four.tsx"]);
    expect(imports.get("lib/a/two.ts")).toEqual(["lib/b/three.ts"]);
  });

  it("that go round in a circle are named by the files on the way", () => {
    const imports = new Map([
      ["a", ["b"]],
      ["b", ["c", "d"]],
      ["c", ["b"]],
      ["d", []],
    ]);
    expect(findCircles(imports)).toEqual(["b → c → b"]);
  });
});

describe("the import table", () => {
  const rules = readImportRules(`
## Who may import whom

| folder | may import, of ours |
| --- | --- |
| \`lib/shared\` | nothing |
| \`lib/store\`, \`lib/http\` | \`lib/shared\` |
| \`lib/runtime.ts\` | all of \`lib\` |
| \`components/ui\` | \`lib/shared\` |
| other components | \`components\`, \`lib/shared\` |
| \`app\` | everything but \`e2e\` |

## Next
`);
  const forbidden = (file: string, ...targets: string[]) => findForbidden(new Map([[file, targets]]), rules);

  it.each([
    ["lib/shared/a.ts", "lib/store/b.ts"],
    ["lib/http/a.ts", "lib/store/b.ts"],
    ["lib/runtime.ts", "components/ui/b.tsx"],
    ["components/ui/a.tsx", "components/data/b.ts"],
    ["components/data/a.ts", "lib/store/b.ts"],
    ["app/api/a/route.ts", "e2e/tools/b.ts"],
  ])("forbids that %s imports %s", (file, target) => {
    expect(forbidden(file, target)).toEqual([`${file} imports ${target}`]);
  });

  it.each([
    ["lib/shared/a.ts", "lib/shared/b.ts"],
    ["lib/http/a.ts", "lib/shared/b.ts"],
    ["lib/runtime.ts", "lib/store/b.ts"],
    ["components/ui/a.tsx", "components/ui/form/b.tsx"],
    ["components/data/a.ts", "components/ui/b.tsx"],
    ["app/api/a/route.ts", "lib/runtime.ts"],
    ["lib/http/a.test.ts", "lib/store/b.ts"],
    ["e2e/tools/a.ts", "lib/store/b.ts"],
  ])("lets %s import %s", (file, target) => {
    expect(forbidden(file, target)).toEqual([]);
  });
});

describe("documents", () => {
  it("are missed in a folder of code without a README", () => {
    const files = ["lib/README.md", "lib/env.ts", "lib/a/one.ts", "lib/b/README.md", "lib/b/two.ts", "app/page.tsx"];
    expect(findUndescribed(files)).toEqual(["lib/a"]);
  });

  it("lead to files and headings that are there", () => {
    const documents = textsOf({
      "README.md":
        "[a](lib/a.ts) [b](lib/b.ts) [c](lib/README.md#the-way) [d](lib/README.md#no-way) [e](https://x.y/z)",
      "lib/README.md": "## The way\n",
    });
    const exists = (path: string) => ["lib/a.ts", "lib/README.md"].includes(path);
    expect(findBrokenLinks(documents, exists)).toEqual([
      "README.md links to lib/b.ts",
      "README.md links to lib/README.md#no-way",
    ]);
  });

  it("that a comment names are in the repository", () => {
    const texts = textsOf({
      "a.ts": '// See METRICS and lib/sync/PLAN.md.\nconst text = "EXPERIENCE";\n',
      "b.ts": ["/", "** STYLE says so. */\n"].join(""),
    });
    expect(findUnknownDocuments(texts, ["lib/metrics/METRICS.md"])).toEqual([
      "a.ts names lib/sync/PLAN.md, which is not there",
      "b.ts names STYLE, which is not there",
    ]);
  });
});
