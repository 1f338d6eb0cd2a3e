import { type RawBuilder, sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testEngine } from "@/lib/store/engine/test-store";
import { type PostgresServer, startPostgres } from "../support/postgres";

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
  ["store/checks", () => import("@/lib/store/sync/checks.test")],
  ["store/conversation-detail", () => import("@/lib/store/conversations/conversation-detail.test")],
  ["store/conversation-list", () => import("@/lib/store/conversations/conversation-list.test")],
  ["store/conversations", () => import("@/lib/store/conversations/conversations.test")],
  ["store/data-version", () => import("@/lib/store/sync/data-version.test")],
  ["store/service-levels", () => import("@/lib/store/settings/service-levels.test")],
  ["store/id-hash", () => import("@/lib/store/schema/id-hash.test")],
  ["store/ledger", () => import("@/lib/store/sync/ledger.test")],
  ["store/neighbours", () => import("@/lib/store/conversations/neighbours.test")],
  ["store/options", () => import("@/lib/store/filters/options.test")],
  ["store/query-limits", () => import("@/lib/store/engine/query-limits.test")],
  ["store/search", () => import("@/lib/store/conversations/search.test")],
  ["store/selection", () => import("@/lib/store/filters/selection.test")],
  ["store/unfinished", () => import("@/lib/store/sync/unfinished.test")],
  ["metrics/buckets", () => import("@/lib/metrics/buckets.test")],
  ["metrics/run", () => import("@/lib/metrics/run.test")],
  ["sync/renew", () => import("@/lib/sync/run/renew.test")],
  ["sync/run", () => import("@/lib/sync/run/run.test")],
  ["sync/run-trouble", () => import("@/lib/sync/run/run-trouble.test")],
  ["sync/schedule", () => import("@/lib/sync/schedule/schedule.test")],
  ["sync/absences", () => import("@/lib/sync/run/absences.test")],
  ["sync/renew-names", () => import("@/lib/sync/run/renew-names.test")],
  ["sync/stale", () => import("@/lib/sync/plan/stale.test")],
  ["auth/auth", () => import("@/lib/auth/auth.test")],
  ["auth/people", () => import("@/lib/auth/people.test")],
  ["auth/session", () => import("@/lib/auth/session.test")],
  ["auth/set-up", () => import("@/lib/auth/set-up.test")],
  ["auth/tokens", () => import("@/lib/auth/tokens.test")],
];

// Each in a suite of its own, so that what a file does before each test stays with it.
describe.each(FILES)("%s", (_, load) => load().then(() => {}));
