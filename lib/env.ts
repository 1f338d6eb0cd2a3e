import { z } from "zod";
import { readTrustedProxies } from "@/lib/http/client-address";
import { JWT_ALGORITHMS } from "@/lib/kore/token";

const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const required = (what: string) =>
  z
    .string({ error: `is missing: it should be ${what}` })
    .trim()
    .min(1);
const whole = (what: string, least: number, most: number, otherwise: number) =>
  z.coerce
    .number({ error: `should be ${what}` })
    .int(`should be ${what}`)
    .min(least, `should be ${what}`)
    .max(most, `should be ${what}`)
    .default(otherwise);

const host = required("the base URL of Kore.ai, such as https://platform.kore.ai")
  .refine((text) => URL.canParse(text), { error: "should be a URL such as https://platform.kore.ai", abort: true })
  .refine((text) => {
    const url = new URL(text);
    return url.protocol === "https:" || (url.protocol === "http:" && LOOPBACK.has(url.hostname));
  }, "should begin with https:// (http only for this machine itself)")
  .refine((text) => new URL(text).username === "", "should hold no user name and no password")
  .transform((text) => text.replace(/\/+$/, ""));

const appUrl = z
  .string()
  .refine((text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  }, "should be the public address without a path, such as https://callboard.example.com")
  .transform((text) => new URL(text).origin);

const proxyUrl = z
  .string()
  .trim()
  .refine(
    (text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol),
    "should be the URL of a proxy, such as http://proxy.example.com:8080",
  )
  .optional();

const PROXIES_SHOULD_BE = "should be addresses or ranges with commas between them, such as 10.0.0.0/8, 192.0.2.7";

const entriesOf = (text: string) => text.split(/[\s,]+/).filter((entry) => entry !== "");

function areProxies(entries: readonly string[]): boolean {
  try {
    readTrustedProxies(entries);
    return true;
  } catch {
    return false;
  }
}

/** Every environment value that the server reads; `.env.example` is made from it. */
export const environmentSchema = z
  .object({
    KORE_HOST: host.describe("Base URL of Kore.ai; https, or http on this machine itself."),
    KORE_ACCOUNT_ID: required("the Kore.ai account id").describe("The account."),
    KORE_STREAM_ID: required("the stream (app) id that is sent as iId, such as st-…").describe(
      "The stream (app), such as st-…; sent as iId.",
    ),
    KORE_CLIENT_ID: required("the client id of the app that signs the JWT, such as cs-…").describe(
      "The app whose id stands in the JWT, such as cs-….",
    ),
    KORE_CLIENT_SECRET: required("the client secret of that app").describe("The key that signs the JWT."),
    KORE_JWT_SUBJECT: z.string().trim().default("callboard").describe("The JWT’s sub claim."),
    KORE_JWT_ALGORITHM: z
      .enum(JWT_ALGORITHMS, `should be one of ${JWT_ALGORITHMS.join(", ")}`)
      .default("HS256")
      .describe("HS256, HS384 or HS512."),
    KORE_TIME_ZONE_OFFSET: whole("whole minutes with JavaScript’s sign, such as -330 for India", -840, 840, 0).describe(
      "The fixed offset that requests use, in minutes with JavaScript’s sign (India: -330).",
    ),
    KORE_REQUESTS_PER_MINUTE: whole("a whole number of requests, 1 or more", 1, 1_000_000, 60).describe(
      "The account’s limit.",
    ),
    SYNC_HISTORY_DAYS: whole("a whole number of days, 1 to 3650", 1, 3650, 30).describe(
      "How far back the first sync goes.",
    ),
    SYNC_INTERVAL_SECONDS: whole("a whole number of seconds, 1 to 86400", 1, 86_400, 120).describe(
      "How often new conversations are fetched.",
    ),
    SYNC_REREAD_DAYS: whole("a whole number of days, 1 to 365", 1, 365, 7).describe(
      "How far back changed conversations are looked for.",
    ),
    REPORT_TIME_ZONE: z
      .string()
      .refine(isTimeZone, "should be an IANA time zone such as Europe/Berlin or UTC")
      .default("UTC")
      .describe("IANA zone of days and hours, such as Europe/Berlin."),
    DATABASE_URL: z
      .string()
      .refine(
        (text) => URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol),
        "should be a PostgreSQL URL such as postgres://user:password@host:5432/callboard",
      )
      .optional()
      .describe("PostgreSQL in place of the embedded store: postgres://user:password@host:5432/name"),
    DATA_DIR: z
      .string()
      .default("./data")
      .describe("Folder of the embedded store, and of what Callboard makes for itself."),
    AUTH_SECRET: z
      .string()
      .min(32, "should have at least 32 characters")
      .optional()
      .describe("Key of sessions, 32 characters or more; made and kept in DATA_DIR where there is none."),
    APP_URL: appUrl.optional().describe("Public address without a path; http://localhost:PORT where there is none."),
    HTTP_PROXY: proxyUrl.describe("Proxy on the way to a host with http://."),
    HTTPS_PROXY: proxyUrl.describe("Proxy on the way to Kore.ai: http://user:password@proxy.example.com:8080"),
    NO_PROXY: z.string().trim().optional().describe("Hosts that are reached directly, with commas between them."),
    ADMIN_EMAIL: z
      .email("should be the first administrator’s e-mail address")
      .optional()
      .describe("The first administrator, made at the first start; asked for at /set-up where there is none."),
    ADMIN_PASSWORD: z
      .string()
      .min(8, "should have at least 8 characters")
      .optional()
      .describe("Their password, 8 characters or more."),
    TRUSTED_PROXIES: z
      .string()
      .default("")
      .transform(entriesOf)
      .refine(areProxies, PROXIES_SHOULD_BE)
      .describe("Addresses or ranges of reverse proxies whose X-Forwarded-For is believed: 10.0.0.0/8, 192.0.2.7"),
    QUERY_TIMEOUT_SECONDS: whole("a whole number of seconds, 1 to 600", 1, 600, 15).describe(
      "How long a query may take before it is given up.",
    ),
    PORT: whole("a port, 0 to 65535", 0, 65_535, 3000).describe("The port that it listens on."),
    LOG_LEVEL: z
      .enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"])
      .default("info")
      .describe("trace, debug, info, warn, error, fatal or silent."),
  })
  .refine((values) => (values.ADMIN_EMAIL === undefined) === (values.ADMIN_PASSWORD === undefined), {
    path: ["ADMIN_PASSWORD"],
    error: "goes with ADMIN_EMAIL: set both, or neither",
  });

/** Names that other programs read in small letters first. */
const EITHER_CASE = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"];

export type Environment = z.infer<typeof environmentSchema>;

/** A value that stops the start; its message has one line a value, and quotes none of them. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

/** Reads and checks the environment; an empty value counts as absent. @throws EnvironmentError */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  for (const name of EITHER_CASE) {
    given[name] = given[name.toLowerCase()] ?? given[name];
  }
  const result = environmentSchema.safeParse(given);
  if (result.success) {
    return result.data;
  }
  const lines = result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
  throw new EnvironmentError(lines.join("\n"));
}

/** The environment of this process: the one reader of process.env. @throws EnvironmentError */
export function environment(): Environment {
  return readEnvironment(process.env);
}

/** Whether `next dev` runs this. */
export const isDevelopment = process.env.NODE_ENV === "development";
