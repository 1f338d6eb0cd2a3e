import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { scopeFor } from "@/lib/shared/test-scope";
import { openStore } from "@/lib/store/engine";
import { openTestStore } from "@/lib/store/test-store";
import { answeredBy, conversation, missedBy, queueEntry, writeRecords } from "@/lib/sync/test-records";
import { readAhead } from "./read-ahead";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callboard-read-ahead-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("brings what pages look at into the memory of a store that was just opened", async () => {
  let store = await openStore({ dataDir: folder });
  const destinations = [queueEntry("qu-1", { ...answeredBy("u-1"), ...missedBy("u-2") })];
  const sessionStartTime = new Date(Date.now() - 3_600_000).toISOString().slice(0, 19);
  const records = Array.from({ length: 300 }, (_, at) => conversation(`c-${at}`, { destinations, sessionStartTime }));
  await writeRecords(store, records);
  await store.close();
  store = await openStore({ dataDir: folder });
  const before = (await store.cache?.heldBytes()) ?? 0;
  await readAhead(store, scopeFor(), "UTC");
  expect(await store.cache?.heldBytes()).toBeGreaterThan(before);
  await store.close();
});

it("asks nothing of a store that keeps nothing in this process", async () => {
  const store = await openTestStore();
  await store.close();
  await expect(readAhead(store, scopeFor(), "UTC")).resolves.toBeUndefined();
});
