import { describe, expect, it } from "vitest";
import { type Environment, EnvironmentError, readEnvironment } from "./env";

const SECRET = "hunter2-the-client-secret";
const REQUIRED = {
  KORE_HOST: "https://platform.kore.ai",
  KORE_ACCOUNT_ID: "acc-1",
  KORE_STREAM_ID: "st-1",
  KORE_CLIENT_ID: "cs-1",
  KORE_CLIENT_SECRET: SECRET,
};

const read = (fields: Record<string, string | undefined> = {}): Environment =>
  readEnvironment({ ...REQUIRED, ...fields });

/** The lines that stop the start. @throws Error where the start is not stopped, or not in words. */
function linesFor(fields: Record<string, string | undefined>): string[] {
  try {
    read(fields);
  } catch (error) {
    if (error instanceof EnvironmentError) {
      return error.message.split("\n");
    }
    throw error;
  }
  throw new Error("The environment was taken.");
}

describe("the environment", () => {
  it("needs five values, and has a default for every other", () => {
    expect(read()).toEqual({
      ...REQUIRED,
      KORE_JWT_SUBJECT: "callboard",
      KORE_JWT_ALGORITHM: "HS256",
      KORE_TIME_ZONE_OFFSET: 0,
      KORE_REQUESTS_PER_MINUTE: 60,
      SYNC_HISTORY_DAYS: 30,
      SYNC_INTERVAL_SECONDS: 120,
      SYNC_REREAD_DAYS: 7,
      REPORT_TIME_ZONE: "UTC",
      DATA_DIR: "./data",
      TRUSTED_PROXIES: [],
      QUERY_TIMEOUT_SECONDS: 15,
      PORT: 3000,
      LOG_LEVEL: "info",
    });
  });

  it("reads each value that is given", () => {
    const given = {
      KORE_JWT_SUBJECT: "someone",
      KORE_JWT_ALGORITHM: "HS512",
      KORE_TIME_ZONE_OFFSET: "-330",
      KORE_REQUESTS_PER_MINUTE: "120",
      SYNC_HISTORY_DAYS: "90",
      SYNC_INTERVAL_SECONDS: "60",
      SYNC_REREAD_DAYS: "14",
      REPORT_TIME_ZONE: "Asia/Kolkata",
      DATA_DIR: "/var/lib/callboard",
      AUTH_SECRET: "s".repeat(32),
      APP_URL: "https://callboard.example.com",
      HTTP_PROXY: "http://proxy.example.com:3128",
      HTTPS_PROXY: "http://anita:pa55wd@proxy.example.com:8080",
      NO_PROXY: "localhost,.example.org",
      ADMIN_EMAIL: "anita@example.com",
      ADMIN_PASSWORD: "correct horse",
      QUERY_TIMEOUT_SECONDS: "60",
      PORT: "8080",
      LOG_LEVEL: "warn",
    };
    const numbers = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, /^-?\d+$/.test(value) ? Number(value) : value]),
    );
    expect(read(given)).toEqual({ ...REQUIRED, TRUSTED_PROXIES: [], ...numbers });
  });

  it("takes an empty value, or one of blanks, for none", () => {
    expect(read({ PORT: "", REPORT_TIME_ZONE: " ", AUTH_SECRET: "", ADMIN_EMAIL: "" })).toEqual(read());
  });

  it("trims what people paste, and the slash at the end of the host", () => {
    expect(read({ KORE_HOST: " https://platform.kore.ai// ", KORE_CLIENT_ID: " cs-1\n" })).toMatchObject(REQUIRED);
  });

  it.each(["http://localhost:4010", "http://127.0.0.1:4010", "http://[::1]:4010", "https://kore.example.com"])(
    "takes the host %s",
    (KORE_HOST) => {
      expect(read({ KORE_HOST }).KORE_HOST).toBe(KORE_HOST);
    },
  );

  it("takes a proxy in small letters too, and those first, as other programs do", () => {
    const small = { https_proxy: "http://small:1", http_proxy: "http://small:2", no_proxy: "a.example" };
    const values = { HTTPS_PROXY: "http://small:1", HTTP_PROXY: "http://small:2", NO_PROXY: "a.example" };
    expect(read(small)).toMatchObject(values);
    expect(read({ ...small, HTTPS_PROXY: "http://large:1", NO_PROXY: "b.example" })).toMatchObject(values);
    expect(read({ https_proxy: "", HTTPS_PROXY: "http://large:1" }).HTTPS_PROXY).toBe("http://large:1");
  });

  it("takes the public address with a slash at its end for the same", () => {
    expect(read({ APP_URL: "https://callboard.example.com:8443/" }).APP_URL).toBe("https://callboard.example.com:8443");
  });

  it("reads the trusted proxies with commas or blanks between them", () => {
    const given = " 10.0.0.0/8, 192.0.2.7\nfd00::/8 ";
    expect(read({ TRUSTED_PROXIES: given }).TRUSTED_PROXIES).toEqual(["10.0.0.0/8", "192.0.2.7", "fd00::/8"]);
  });

  it("takes no notice of what is not its own", () => {
    expect(read({ HOME: "/root", KORE_UNKNOWN: "x" })).toEqual(read());
  });
});

describe("a start is stopped by", () => {
  it.each(Object.keys(REQUIRED))(
    "%s when it is missing, empty or blank, in one line that says what it should be",
    (name) => {
      for (const value of [undefined, "", "  "]) {
        const lines = linesFor({ [name]: value });
        expect(lines).toHaveLength(1);
        expect(lines[0]).toMatch(new RegExp(`^${name} is missing: it should be .+\\.$`));
      }
    },
  );

  it.each<[string, string, string]>([
    ["KORE_HOST", "calls.example", "https://"],
    ["KORE_HOST", "not a url", "https://"],
    ["KORE_HOST", "http://platform.kore.ai", "https://"],
    ["KORE_HOST", "ftp://platform.kore.ai", "https://"],
    ["KORE_JWT_ALGORITHM", "RS256", "HS256, HS384, HS512"],
    ["KORE_TIME_ZONE_OFFSET", "5:30", "-330"],
    ["KORE_TIME_ZONE_OFFSET", "1000", "-330"],
    ["KORE_TIME_ZONE_OFFSET", "0.5", "-330"],
    ["KORE_REQUESTS_PER_MINUTE", "0", "1 or more"],
    ["KORE_REQUESTS_PER_MINUTE", "many", "1 or more"],
    ["SYNC_HISTORY_DAYS", "0", "1 to 3650"],
    ["SYNC_HISTORY_DAYS", "4000", "1 to 3650"],
    ["SYNC_INTERVAL_SECONDS", "-1", "1 to 86400"],
    ["SYNC_REREAD_DAYS", "1.5", "1 to 365"],
    ["REPORT_TIME_ZONE", "Kolkata", "IANA"],
    ["AUTH_SECRET", "too short a secret", "32 characters"],
    ["DATABASE_URL", "mysql://anita:pa55wd@db/callboard", "postgres://"],
    ["DATABASE_URL", "db.example.org:5432", "postgres://"],
    ["APP_URL", "calls.example.org", "https://callboard.example.com"],
    ["APP_URL", "https://example.com/callboard", "without a path"],
    ["APP_URL", "https://example.com/?tenant=1", "without a path"],
    ["APP_URL", "https://example.com/#top", "without a path"],
    ["APP_URL", "ftp://example.com", "without a path"],
    ["HTTPS_PROXY", "proxy.internal:8080", "http://proxy.example.com:8080"],
    ["HTTPS_PROXY", "socks5://anita:pa55wd@proxy", "URL of a proxy"],
    ["HTTP_PROXY", "proxy.internal", "URL of a proxy"],
    ["TRUSTED_PROXIES", "proxy.example.org", "10.0.0.0/8"],
    ["TRUSTED_PROXIES", "10.0.0.0/8, 192.0.2.0/99", "10.0.0.0/8"],
    ["QUERY_TIMEOUT_SECONDS", "0", "1 to 600"],
    ["PORT", "70000", "0 to 65535"],
    ["PORT", "http", "0 to 65535"],
    ["LOG_LEVEL", "loud", "warn"],
  ])("%s=%s, in one line that says what it should be and does not repeat what it is", (name, value, words) => {
    const lines = linesFor({ [name]: value });
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(new RegExp(`^${name} `));
    expect(lines[0]).toContain(words);
    expect(lines[0]).not.toContain(value.length > 6 ? value : `=${value}`);
  });

  it("an administrator's address that is none, or one without the other", () => {
    expect(linesFor({ ADMIN_EMAIL: "anita@example.com" })).toEqual([expect.stringMatching(/^ADMIN_PASSWORD .*both/)]);
    expect(linesFor({ ADMIN_PASSWORD: "correct horse" })).toEqual([expect.stringMatching(/^ADMIN_PASSWORD .*both/)]);
    expect(linesFor({ ADMIN_EMAIL: "anita", ADMIN_PASSWORD: "correct horse" })[0]).toMatch(/^ADMIN_EMAIL .*e-mail/);
    expect(linesFor({ ADMIN_EMAIL: "anita@example.com", ADMIN_PASSWORD: "short" })[0]).toMatch(
      /^ADMIN_PASSWORD .*8 char/,
    );
  });

  it("all that is wrong at once, a line each", () => {
    const lines = linesFor({ KORE_ACCOUNT_ID: undefined, PORT: "x", REPORT_TIME_ZONE: "Mars" });
    expect(lines.map((line) => line.split(" ")[0])).toEqual(["KORE_ACCOUNT_ID", "REPORT_TIME_ZONE", "PORT"]);
  });

  it("nothing that quotes a secret", () => {
    const wrong = {
      PORT: "x",
      AUTH_SECRET: "a-short-secret",
      ADMIN_PASSWORD: "pa55wd",
      ADMIN_EMAIL: "anita@example.com",
    };
    const text = linesFor({ ...wrong, KORE_JWT_ALGORITHM: "none" }).join("\n");
    for (const secret of [SECRET, "a-short-secret", "pa55wd"]) {
      expect(text).not.toContain(secret);
    }
  });
});
