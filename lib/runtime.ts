import pino, { type Logger } from "pino";
import { type Auth, createAuth } from "@/lib/auth/auth";
import { scopeOf } from "@/lib/auth/scope";
import { readOrMakeSecret, readOrMakeSharedSecret } from "@/lib/auth/secret";
import { ensureAdministrator, openSetUp, type SetUp } from "@/lib/auth/set-up";
import { createSignIn, type SignIn } from "@/lib/auth/sign-in";
import { type Environment, environment } from "@/lib/env";
import { CLIENT_ADDRESS_HEADER } from "@/lib/http/client-address";
import { createKoreClient } from "@/lib/kore/client";
import { testConnection } from "@/lib/kore/diagnose";
import { createFetcher } from "@/lib/kore/fetcher";
import type { Clock } from "@/lib/kore/limiter";
import { readAhead } from "@/lib/metrics/read-ahead";
import { sleep } from "@/lib/shared/aborting";
import type { Connection } from "@/lib/shared/connection";
import type { ConnectionTest } from "@/lib/shared/contract";
import { FairQueue } from "@/lib/shared/fair-queue";
import type { Store } from "@/lib/store/engine/engine";
import { openStore } from "@/lib/store/engine/open-store";
import { outsideQuestions } from "@/lib/store/engine/query-limits";
import { type Scheduler, startSchedule } from "@/lib/sync/schedule/schedule";
import { createStatusFeed, type StatusFeed } from "@/lib/sync/schedule/status-feed";

/** What exists once in the process: the store, sign-in, and the sync that runs beside the requests. */
export interface Runtime {
  store: Store;
  auth: Auth;
  signIn: SignIn;
  scheduler: Scheduler;
  testConnection(): Promise<ConnectionTest>;
  connection: Connection;
  log: Logger;
  /** The source of every `now`. */
  clock: Clock;
  /** Public address. */
  appUrl: string;
  /** The report's zone. */
  timeZone: string;
  setUp: SetUp;
  /** Limits concurrent queries: a person's wait for each other, not for those of others. */
  questions: FairQueue;
  exports: FairQueue;
  /** The status of the sync for all who subscribe. */
  statusFeed: StatusFeed;
  /** Stops what runs beside the requests, aborts open queries, and closes the store. */
  close(): Promise<void>;
}

const QUESTIONS = { total: Number.POSITIVE_INFINITY, perPerson: 4, waitingPerPerson: 50 };
/** They take long, and each holds a page of rows. */
const EXPORTS = { total: 3, perPerson: 1, waitingPerPerson: 10 };

// Next bundles instrumentation and routes apart, so this module is loaded twice in one process, and DuckDB opens one
// file twice without complaint: the one runtime lives on globalThis.
const shared: { callboardRuntime?: Promise<Runtime> } = globalThis as typeof globalThis & {
  callboardRuntime?: Promise<Runtime>;
};

/** The runtime of this process, started at the first call. */
export function runtime(): Promise<Runtime> {
  shared.callboardRuntime ??= start(environment(), systemClock());
  return shared.callboardRuntime;
}

async function start(env: Environment, clock: Clock): Promise<Runtime> {
  const log = pino({ level: env.LOG_LEVEL });
  const store = await openStore({
    dataDir: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    queryTimeoutMs: env.QUERY_TIMEOUT_SECONDS * 1000,
  });
  const appUrl = env.APP_URL ?? `http://localhost:${env.PORT}`;
  const secret = store.lease
    ? (env.AUTH_SECRET ?? (await readOrMakeSharedSecret(store.db)))
    : readOrMakeSecret(env.AUTH_SECRET, env.DATA_DIR);
  const auth = createAuth({ db: store.db, secret, appUrl, addressHeader: CLIENT_ADDRESS_HEADER });
  if (env.ADMIN_EMAIL && env.ADMIN_PASSWORD) {
    await ensureAdministrator(auth, store.db, { email: env.ADMIN_EMAIL, password: env.ADMIN_PASSWORD });
  }
  const setUp = await openSetUp(auth, store.db);
  if (setUp.code !== null) {
    log.info(`Nobody can sign in yet: open ${appUrl}/set-up and use the set-up code ${setUp.code}`);
  }
  const copying = copyOptions(env, store, clock);
  const scheduler = forAll(startSchedule({ ...copying, log }));
  // Where it fails, the first query that meets the same fault reports it.
  readAhead(store, scopeOf("administrator"), { timeZone: env.REPORT_TIME_ZONE, now: clock.now() }).catch(() => {});
  const statusFeed = createStatusFeed(scheduler);
  return {
    store,
    auth,
    signIn: createSignIn({ auth, secret, now: clock.now, log }),
    scheduler,
    testConnection: () => testConnection(copying.client),
    connection: describeConnection(env),
    log,
    clock,
    appUrl,
    timeZone: env.REPORT_TIME_ZONE,
    setUp,
    questions: new FairQueue(QUESTIONS),
    exports: new FairQueue(EXPORTS),
    statusFeed,
    close: async () => {
      statusFeed.close();
      await scheduler.stop();
      await store.close();
    },
  };
}

/** The sync serves everybody: it waits for no person's place in the queue, and no aborted request ends it. */
function forAll(scheduler: Scheduler): Scheduler {
  return {
    runNow: () => outsideQuestions(() => scheduler.runNow()),
    setPaused: (isPaused) => outsideQuestions(() => scheduler.setPaused(isPaused)),
    status: () => outsideQuestions(() => scheduler.status()),
    coverageOf: (range) => outsideQuestions(() => scheduler.coverageOf(range)),
    subscribe: (listener) => outsideQuestions(() => scheduler.subscribe(listener)),
    stop: () => scheduler.stop(),
  };
}

function describeConnection(env: Environment): Connection {
  return {
    host: env.KORE_HOST,
    accountId: env.KORE_ACCOUNT_ID,
    streamId: env.KORE_STREAM_ID,
    clientId: env.KORE_CLIENT_ID,
    timeZoneOffset: env.KORE_TIME_ZONE_OFFSET,
    requestsPerMinute: env.KORE_REQUESTS_PER_MINUTE,
    historyDays: env.SYNC_HISTORY_DAYS,
    intervalSeconds: env.SYNC_INTERVAL_SECONDS,
    rereadDays: env.SYNC_REREAD_DAYS,
  };
}

/** The one reader of the system's clock in the server; the browser's is AppProvider. */
function systemClock(): Clock {
  return {
    // Looked up at each call, so that a test that sets the process's clock reaches it.
    now: () => Date.now(),
    sleep,
  };
}

function copyOptions(env: Environment, store: Store, clock: Clock) {
  const client = createKoreClient(
    {
      host: env.KORE_HOST,
      accountId: env.KORE_ACCOUNT_ID,
      streamId: env.KORE_STREAM_ID,
      credentials: {
        clientId: env.KORE_CLIENT_ID,
        clientSecret: env.KORE_CLIENT_SECRET,
        subject: env.KORE_JWT_SUBJECT,
        algorithm: env.KORE_JWT_ALGORITHM,
      },
      timeZoneOffset: env.KORE_TIME_ZONE_OFFSET,
      requestsPerMinute: env.KORE_REQUESTS_PER_MINUTE,
    },
    clock,
    createFetcher({
      httpProxy: env.HTTP_PROXY ?? null,
      httpsProxy: env.HTTPS_PROXY ?? null,
      noProxy: env.NO_PROXY ?? null,
    }),
  );
  return {
    store,
    client,
    clock,
    random: Math.random,
    historyDays: env.SYNC_HISTORY_DAYS,
    rereadDays: env.SYNC_REREAD_DAYS,
    intervalSeconds: env.SYNC_INTERVAL_SECONDS,
    requestsPerMinute: env.KORE_REQUESTS_PER_MINUTE,
  };
}
