/** better-auth's table; its times are ISO text and its booleans 0 or 1. */
export interface UserRow {
  id: string;
  name: string;
  email: string;
  emailVerified: number;
  image: string | null;
  createdAt: string;
  updatedAt: string;
  role: string | null;
  banned: number | null;
  banReason: string | null;
  banExpires: string | null;
}

/** What Callboard itself reads and writes of better-auth's tables of sign-ins, and of the ways to sign in. */
export interface SessionRow {
  id: string;
  userId: string;
}

export interface AccountRow {
  id: string;
  accountId: string;
  /** `credential` for a password, which is a hash. */
  providerId: string;
  userId: string;
  password: string | null;
  createdAt: string;
  updatedAt: string;
}

/** A personal API token: what Callboard itself reads of the table of better-auth's plugin. `key` is a hash. */
export interface TokenRow {
  id: string;
  name: string | null;
  start: string | null;
  /** The person whose token it is. */
  referenceId: string;
  key: string;
  createdAt: string;
  expiresAt: string | null;
  lastRequest: string | null;
}
