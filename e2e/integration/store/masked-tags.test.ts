import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { scopeOf } from "@/lib/auth/scope";
import { runDataset } from "@/lib/metrics/run";
import type { Row } from "@/lib/shared/contract";
import { drillDown } from "@/lib/shared/drill-down";
import { maskText } from "@/lib/shared/mask";
import { parseMetricQuery } from "@/lib/shared/query";
import { countSelection } from "@/lib/store/conversations/conversation-list";
import { maskedText } from "@/lib/store/conversations/masked";
import { type Conversation, readConversation } from "../../oracle/conversation";
import { EVERYTHING } from "../support/copy";
import { useStore } from "../support/engines";
import { fill, SEASON_OFFSET, seasonRecords } from "../support/seasons";

const SUPERVISOR = scopeOf("supervisor");
const YEAR = { from: "2026-01-01", to: "2026-12-31" };
const HIDDEN = "•••";

const records = seasonRecords();
/** The conversations of each tag, by the slow reading of the records: `level/name:value`, as it is and as it is shown. */
const byValue = new Map<string, Set<string>>();
const byShown = new Map<string, Set<string>>();
for (const { key, tags } of lastOfEach(records)) {
  for (const { level, name, value } of tags) {
    add(byValue, `${level}/${name}:${value}`, key);
    add(byShown, `${level}/${name}:${maskText(value)}`, key);
  }
}
const secrets = [...byValue.keys()].filter((tag) => !byShown.has(tag));

function lastOfEach(raw: readonly unknown[]): Conversation[] {
  const read = raw.map((record) => readConversation(record, SEASON_OFFSET)).filter((one) => one !== null);
  return [...new Map(read.map((one) => [one.key, one])).values()];
}

function add(groups: Map<string, Set<string>>, name: string, key: string): void {
  groups.set(name, (groups.get(name) ?? new Set()).add(key));
}

/** Some of a list, spread over all of it. */
const sample = <T>(list: readonly T[], size: number): T[] =>
  list.filter((_, index) => index % Math.ceil(list.length / size) === 0);

const nameOf = ({ level, name, value }: Row) => `${level}/${name}:${value}`;

describe.each(["DuckDB", "PostgreSQL"] as const)("tags, to who may not see personal data, on %s", (name) => {
  const store = useStore(name, (empty) => fill(empty, records));

  const query = (tags: readonly string[]) =>
    parseMetricQuery(new URLSearchParams([...Object.entries(YEAR), ...tags.map((tag) => ["tag", tag])]), {
      timeZone: "UTC",
      now: Date.parse("2026-11-20"),
    });
  const count = (scope: typeof SUPERVISOR, ...tags: string[]) => countSelection(store().db, scope, query(tags));

  it("are counted as they are shown: what looks alike is one row, of conversations", async () => {
    const { rows } = await runDataset(store().db, SUPERVISOR, "tags", query([]));
    expect(rows.some(({ value }) => String(value).includes(HIDDEN))).toBe(true);
    const counted = Object.fromEntries(rows.map((row) => [nameOf(row), row.conversations]));
    expect(counted).toEqual(Object.fromEntries([...byShown].map(([tag, keys]) => [tag, keys.size])));
  });

  it("lead from what is shown, hidden in part or not, to exactly its conversations", async () => {
    const { rows } = await runDataset(store().db, SUPERVISOR, "tags", query([]));
    const masked = rows.filter(({ value }) => String(value).includes(HIDDEN));
    for (const row of [...sample(masked, 8), ...sample(rows, 8)]) {
      const { filters } = drillDown("tags", row, { ...YEAR, filters: {} });
      expect(await count(SUPERVISOR, ...(filters.tag ?? [])), nameOf(row)).toBe(byShown.get(nameOf(row))?.size);
    }
  });

  it("are found by no guess of what is hidden, by none with a sign before it, and by their names still", async () => {
    expect(secrets.length).toBeGreaterThan(20);
    const all = await count(SUPERVISOR);
    for (const secret of sample(secrets, 8)) {
      const guess = secret.slice(secret.indexOf("/") + 1);
      expect(await count(EVERYTHING, secret), secret).toBe(byValue.get(secret)?.size);
      for (const tag of [secret, guess, `&${guess}`]) {
        expect(await count(SUPERVISOR, tag), tag).toBe(0);
      }
      expect(await count(SUPERVISOR, `!${guess}`), guess).toBe(all);
      expect(await count(SUPERVISOR, guess.slice(0, guess.indexOf(":")))).toBeGreaterThan(0);
    }
  });

  it("are masked by the store to the letter as in the browser", async () => {
    const spaces = fc.constantFrom("", " ", "-", "\n", "\u00a0", ") (", ".", "x", "\u2009");
    const number = fc
      .array(fc.tuple(fc.constantFrom(..."0123456789"), spaces), { minLength: 4, maxLength: 9 })
      .map((parts) => parts.flat().join(""));
    const word = fc.constantFrom("jane@example.com", "+(", "<a@b.c>", "X", "mail", " ", "é@", '"', "\\1", "😀", "\\");
    const text = fc.array(fc.oneof(number, word), { maxLength: 6 }).map((parts) => parts.join(""));
    const texts = fc.sample(text, { numRuns: 400, seed: 12 });
    for (const value of texts) {
      const { rows } = await sql<{ shown: string }>`select ${maskedText(sql`${value}::varchar`)} as shown`.execute(
        store().db,
      );
      expect(rows[0]?.shown, JSON.stringify(value)).toBe(maskText(value));
    }
  });
});
