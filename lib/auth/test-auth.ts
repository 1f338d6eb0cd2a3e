import { createHash } from "node:crypto";
import type { Store } from "@/lib/store/engine/engine";
import { type Auth, type AuthOptions, createAuth } from "./auth";

export const TEST_SECRET = "s".repeat(32);

const digest = async (password: string) => createHash("sha256").update(password).digest("hex");

/** Sign-in as the application has it, but for passwords: a hash that is dear to guess takes half of the tests' time. */
export function createTestAuth({ db }: Store, options: Partial<AuthOptions> = {}): Auth {
  const password: AuthOptions["password"] = {
    hash: digest,
    verify: async ({ hash, password: given }) => hash === (await digest(given)),
  };
  return createAuth({ db, secret: TEST_SECRET, appUrl: "http://localhost:3000", password, ...options });
}
