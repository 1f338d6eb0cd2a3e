import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testEngine } from "@/lib/store/test-store";
import { type PostgresServer, startPostgres } from "./postgres";

/** The unit tests of all that stands on the store, once more, on a real PostgreSQL server. */
let server: PostgresServer;
const embedded = testEngine.open;
beforeAll(async () => {
  server = await startPostgres();
  testEngine.open = (options) => server.openStore(options);
});
afterAll(async () => {
  testEngine.open = embedded;
  await server.close();
});

it("is what these tests run on", async () => {
  const store = await testEngine.open();
  const query: RawBuilder<{ version: string }> = sql`select version() as version`;
  expect((await query.execute(store.db)).rows[0]?.version).toMatch(/^PostgreSQL/);
  await store.close();
});

const FILES: [string, () => Promise<unknown>][] = [
  ["store/checks", () => import("@/lib/store/checks.test")],
  ["store/conversation-detail", () => import("@/lib/store/conversation-detail.test")],
  ["store/conversation-list", () => import("@/lib/store/conversation-list.test")],
  ["store/conversations", () => import("@/lib/store/conversations.test")],
  ["store/data-version", () => import("@/lib/store/data-version.test")],
  ["store/service-levels", () => import("@/lib/store/service-levels.test")],
  ["store/id-hash", () => import("@/lib/store/id-hash.test")],
  ["store/ledger", () => import("@/lib/store/ledger.test")],
  ["store/neighbours", () => import("@/lib/store/neighbours.test")],
  ["store/options", () => import("@/lib/store/options.test")],
  ["store/query-limits", () => import("@/lib/store/query-limits.test")],
  ["store/search", () => import("@/lib/store/search.test")],
  ["store/selection", () => import("@/lib/store/selection.test")],
  ["store/unfinished", () => import("@/lib/store/unfinished.test")],
  ["metrics/buckets", () => import("@/lib/metrics/buckets.test")],
  ["metrics/run", () => import("@/lib/metrics/run.test")],
  ["sync/renew", () => import("@/lib/sync/renew.test")],
  ["sync/run", () => import("@/lib/sync/run.test")],
  ["sync/run-trouble", () => import("@/lib/sync/run-trouble.test")],
  ["sync/schedule", () => import("@/lib/sync/schedule.test")],
  ["sync/absences", () => import("@/lib/sync/absences.test")],
  ["sync/renew-names", () => import("@/lib/sync/renew-names.test")],
  ["sync/stale", () => import("@/lib/sync/stale.test")],
  ["auth/auth", () => import("@/lib/auth/auth.test")],
  ["auth/people", () => import("@/lib/auth/people.test")],
  ["auth/session", () => import("@/lib/auth/session.test")],
  ["auth/set-up", () => import("@/lib/auth/set-up.test")],
  ["auth/tokens", () => import("@/lib/auth/tokens.test")],
];

// Each in a suite of its own, so that what a file does before each test stays with it.
describe.each(FILES)("%s", (_, load) => load().then(() => {}));
