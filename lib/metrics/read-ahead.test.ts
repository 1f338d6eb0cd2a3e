import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { scopeFor } from "@/lib/shared/test-scope";
import { openStore } from "@/lib/store/engine/open-store";
import { openTestStore } from "@/lib/store/engine/test-store";
import { answeredBy, conversation, missedBy, queueEntry, writeRecords } from "@/lib/sync/normalize/test-records";
import { readAhead } from "./read-ahead";

const CONTEXT = { timeZone: "UTC", now: Date.parse("2026-03-11T10:00:00Z") };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callboard-read-ahead-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("brings what pages look at into the memory of a store that was just opened", async () => {
  let store = await openStore({ dataDir: folder });
  const destinations = [queueEntry("qu-1", { ...answeredBy("u-1"), ...missedBy("u-2") })];
  const sessionStartTime = "2026-03-11T09:00:00";
  const records = Array.from({ length: 300 }, (_, at) => conversation(`c-${at}`, { destinations, sessionStartTime }));
  await writeRecords(store, records);
  await store.close();
  store = await openStore({ dataDir: folder });
  const before = (await store.cache?.heldBytes()) ?? 0;
  await readAhead(store, scopeFor(), CONTEXT);
  expect(await store.cache?.heldBytes()).toBeGreaterThan(before);
  await store.close();
});

it("asks nothing of a store that keeps nothing in this process", async () => {
  const store = await openTestStore();
  await store.close();
  await expect(readAhead(store, scopeFor(), CONTEXT)).resolves.toBeUndefined();
});
