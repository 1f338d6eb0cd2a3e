import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { answeredBy, conversation, missedBy, queueEntry, writeRecords } from "@/lib/sync/test-records";
import { openStore } from "./engine";
import { openTestStore } from "./test-store";
import { warm } from "./warm";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "callboard-warm-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("brings what filters compare into the memory of a store that was just opened", async () => {
  let store = await openStore({ dataDir: folder });
  const destinations = [queueEntry("qu-1", { ...answeredBy("u-1"), ...missedBy("u-2") })];
  const records = Array.from({ length: 300 }, (_, at) => conversation(`c-${at}`, { destinations }));
  await writeRecords(store, records);
  await store.close();
  store = await openStore({ dataDir: folder });
  const before = (await store.cache?.heldBytes()) ?? 0;
  await warm(store);
  expect(await store.cache?.heldBytes()).toBeGreaterThan(before);
  await store.close();
});

it("asks nothing of a store that keeps nothing in this process", async () => {
  const store = await openTestStore();
  await store.close();
  await expect(warm(store)).resolves.toBeUndefined();
});
