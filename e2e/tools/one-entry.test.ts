import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyPlace, checkTypes, copyCheckout, runScript } from "./one-entry/checkout-copy";
import { DATASET } from "./one-entry/dataset";
import { FILTER } from "./one-entry/filter";
import { METRIC } from "./one-entry/metric";
import { PAGE } from "./one-entry/page";
import { ROUTE } from "./one-entry/route";
import { SETTINGS_SECTION } from "./one-entry/settings-section";
import { STORED_FIELD } from "./one-entry/stored-field";
import type { Thing } from "./one-entry/thing";

/** One more of each, all added to one copy of the checkout. */
const THINGS: readonly Thing[] = [METRIC, DATASET, FILTER, PAGE, SETTINGS_SECTION, ROUTE, STORED_FIELD];

/** Rows of the table "What to touch" in lib/README.md, by what they are about. */
const rows = new Map(
  [...readFileSync("lib/README.md", "utf8").matchAll(/^\| a (.+?) +\| (.+?) +\| +(\d+) +\| +\d+ +\|$/gm)].map(
    ([, name = "", touch = "", now]) => [name, { touch, now: Number(now) }],
  ),
);

let folder: string;
beforeAll(() => {
  folder = copyCheckout();
  for (const place of THINGS.flatMap(({ places }) => places)) {
    applyPlace(folder, place);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

describe.each(THINGS)("to add a $name", ({ name, places, script, sees }) => {
  it("takes the places that lib/README.md names", () => {
    const row = rows.get(name);
    expect(row?.now).toBe(new Set(places.map(({ file }) => file)).size);
    const links = [...(row?.touch ?? "").matchAll(/\]\((.+?)\)/g)].map(([, link = ""]) => join("lib", link));
    expect(places.filter(({ file }) => !links.some((link) => file.startsWith(link)))).toEqual([]);
  });

  it("is enough for it to work", async () => {
    sees(await runScript(folder, `check-${name.replaceAll(" ", "-")}`, script));
  });
});

it("leaves no type unmet", async () => {
  expect(await checkTypes(folder)).toBe("");
});
