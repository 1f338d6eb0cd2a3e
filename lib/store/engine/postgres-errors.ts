import { CallboardError, causesOf } from "@/lib/shared/errors";
import { StoreStartError } from "./start-error";

/** Node's names of a connection that could not be made or broke, and the messages of `pg` without a code. */
const LOST = /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT)$/;
const LOST_WORDS =
  /connection terminated|connection error|timeout exceeded|server closed the connection|not queryable/i;

/** PostgreSQL's error codes by what a person can do about them; the first that fits counts. */
const UNAVAILABLE: readonly [RegExp, string][] = [
  [/^53100$/, "The database’s disk is full: make room on its server. Callboard goes on by itself then."],
  [
    /^53300$/,
    "The database has no connection left: allow it more (max_connections). Callboard goes on by itself then.",
  ],
  [/^53/, "The database has too little memory or disk at the moment. Callboard goes on by itself when it has more."],
  [
    /^(25006|25P02)$/,
    "The database can only be read at the moment. Callboard goes on by itself when it can be written.",
  ],
  [/^(28|3D000|42501)/, "The database no longer lets Callboard in: check DATABASE_URL and its user’s rights."],
  [/^(40|55P03|57014)/, "The database was too busy to finish this. Callboard tries again by itself."],
  [
    /^(08|57P|58|25P03)/,
    "The database does not answer: is its server running? Callboard goes on by itself when it does.",
  ],
];
const DOES_NOT_ANSWER = UNAVAILABLE.at(-1)?.[1] ?? "";

const codeOf = (error: unknown) => (error instanceof Error && "code" in error ? String(error.code) : "");

/** Whether the connection itself is gone, so that no other query may use it. */
export function isBroken(error: unknown): boolean {
  return causesOf(error).some((cause) => {
    return LOST.test(codeOf(cause)) || LOST_WORDS.test(cause.message) || /^(08|57P|25P03)/.test(codeOf(cause));
  });
}

/** What is the database's fault as `store_unavailable`, with a sentence for people; anything else as it is. */
export function toStoreError(error: unknown): unknown {
  const message = UNAVAILABLE.find(([code]) => code.test(codeOf(error)))?.[1];
  if (message !== undefined || isBroken(error)) {
    return new CallboardError("store_unavailable", message ?? DOES_NOT_ANSWER);
  }
  return error;
}

/** The same at the start, where a person reads one line and mends a variable. */
const AT_START: readonly [RegExp, string][] = [
  [/^28/, "its server refuses the user or the password: check both."],
  [/^3D000$/, "names a database that there is not: make it first (createdb)."],
  [/^42501$/, "names a user who may not make tables: grant it CREATE on the schema."],
  [/^(ENOTFOUND|EAI_AGAIN)$/, "names a server that there is not: check the host’s name."],
  [/CERT|SSL|TLS|SIGNED/, "its server’s certificate is not trusted: check sslmode and the certificate."],
  [/^53/, "its server has no connection, memory or disk left: give it more."],
];

export function startError(error: unknown): Error {
  const causes = causesOf(error);
  const advice = AT_START.find(([code]) => causes.some((cause) => code.test(codeOf(cause))))?.[1];
  if (advice !== undefined) {
    return new StoreStartError("database_url", `DATABASE_URL: ${advice}`);
  }
  if (causes.some((cause) => /not support SSL/i.test(cause.message))) {
    return new StoreStartError(
      "database_url",
      "DATABASE_URL: its server does not speak TLS: leave sslmode out, or turn it on there.",
    );
  }
  if (causes.some((cause) => cause.message === "encoding")) {
    return new StoreStartError(
      "database_url",
      "DATABASE_URL names a database of another encoding: make one with UTF8.",
    );
  }
  if (causes.some(isBroken) || causes.some((cause) => toStoreError(cause) instanceof CallboardError)) {
    return new StoreStartError(
      "database_url",
      "DATABASE_URL: its server does not answer: check the host and the port, and start it.",
    );
  }
  return error instanceof Error ? error : new Error("DATABASE_URL cannot be used.");
}
