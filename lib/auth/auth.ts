import { apiKey } from "@better-auth/api-key";
import { type BetterAuthOptions, betterAuth } from "better-auth";
import { admin } from "better-auth/plugins";
import { adminAc, userAc } from "better-auth/plugins/admin/access";
import type { Kysely } from "kysely";
import { DAY_SECONDS } from "@/lib/shared/instants";
import { LONGEST_TOKEN_NAME, MOST_TOKEN_DAYS, TOKEN_PREFIX } from "@/lib/shared/tokens";
import type { Database } from "@/lib/store/schema/schema";

export interface AuthOptions {
  db: Kysely<Database>;
  secret: string;
  appUrl: string;
  /** The header that carries the client's address; no other one is trusted. */
  addressHeader?: string;
  /** How passwords are hashed and checked; scrypt by better-auth by default. */
  password?: NonNullable<BetterAuthOptions["emailAndPassword"]>["password"];
}

/** Tokens are managed by routes of our own alone: /api/tokens. */
const CLOSED_TOKEN_PATHS = ["create", "delete", "get", "list", "update"].map((name) => `/api-key/${name}`);

/** Accounts are changed by /api/people alone, which protects the last administrator and one's own account. */
const CLOSED_PEOPLE_PATHS = [
  "set-role",
  "update-user",
  "ban-user",
  "unban-user",
  "remove-user",
  "set-user-password",
  "impersonate-user",
  "stop-impersonating",
  "list-user-sessions",
  "revoke-user-session",
  "revoke-user-sessions",
].map((name) => `/admin/${name}`);

/** Sign-in by e-mail and password over the store; nobody signs up, administrators add people. */
export function createAuth({ db, secret, appUrl, addressHeader, password }: AuthOptions) {
  return betterAuth({
    appName: "Callboard",
    baseURL: appUrl,
    basePath: "/api/auth",
    secret,
    trustedOrigins: trustedOrigins(appUrl),
    // On both engines: times as ISO text and booleans as 0 or 1, in tables that are the same.
    database: { db, type: "sqlite" },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 8, password },
    session: { expiresIn: 7 * DAY_SECONDS, updateAge: DAY_SECONDS },
    // Sign-ins have limits of their own: lib/auth/sign-in.
    rateLimit: { enabled: true, customRules: { "/sign-in/email": false } },
    advanced: { ipAddress: { ipAddressHeaders: addressHeader === undefined ? [] : [addressHeader] } },
    telemetry: { enabled: false },
    logger: { disabled: true },
    disabledPaths: [...CLOSED_TOKEN_PATHS, ...CLOSED_PEOPLE_PATHS],
    plugins: [
      apiKey({
        defaultPrefix: TOKEN_PREFIX,
        startingCharactersConfig: { charactersLength: TOKEN_PREFIX.length + 4 },
        requireName: true,
        maximumNameLength: LONGEST_TOKEN_NAME,
        keyExpiration: { maxExpiresIn: MOST_TOKEN_DAYS },
        rateLimit: { enabled: false },
      }),
      admin({
        adminRoles: ["administrator"],
        defaultRole: "supervisor",
        roles: { administrator: adminAc, supervisor: userAc },
        bannedUserMessage: "This account is deactivated. Ask an administrator.",
      }),
    ],
  });
}

export type Auth = ReturnType<typeof createAuth>;

/** On this machine itself, localhost and 127.0.0.1 are one and the same place. */
function trustedOrigins(appUrl: string): string[] {
  const { protocol, hostname, port } = new URL(appUrl);
  const isLoopback = hostname === "localhost" || hostname === "127.0.0.1";
  return isLoopback ? ["localhost", "127.0.0.1"].map((name) => `${protocol}//${name}${port && `:${port}`}`) : [appUrl];
}
