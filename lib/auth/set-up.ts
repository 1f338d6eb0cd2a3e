import { randomBytes, timingSafeEqual } from "node:crypto";
import type { Kysely } from "kysely";
import { CallboardError } from "@/lib/shared/errors";
import type { SetUpBody } from "@/lib/shared/people";
import type { Database } from "@/lib/store/schema/schema";
import type { Auth } from "./auth";
import { hasPeople } from "./people";

interface Administrator {
  email: string;
  password: string;
  name?: string;
}

/** Makes the first administrator where there is nobody yet; later starts change nothing. */
export async function ensureAdministrator(auth: Auth, db: Kysely<Database>, person: Administrator): Promise<boolean> {
  if (await hasPeople(db)) {
    return false;
  }
  const { email, password, name = "Administrator" } = person;
  try {
    await auth.api.createUser({ body: { email, password, name, role: "administrator" } });
    return true;
  } catch (error) {
    // Another instance, started at the same moment, may have been first.
    if (await hasPeople(db)) {
      return false;
    }
    throw error;
  }
}

const MOST_TRIES = 10;

/** The first run: makes the first administrator for the person who can read this server's log. */
export interface SetUp {
  /** Null once there is anybody, as far as this instance knows. */
  readonly code: string | null;
  /** Whether there is nobody yet: another instance may have been set up since. */
  isOpen(): Promise<boolean>;
  /** @throws CallboardError `forbidden` for a wrong code or when it is over. */
  complete(administrator: SetUpBody): Promise<void>;
}

export async function openSetUp(auth: Auth, db: Kysely<Database>): Promise<SetUp> {
  let code = (await hasPeople(db)) ? null : randomBytes(6).toString("hex");
  let tries = 0;
  return {
    get code() {
      return code;
    },
    async isOpen() {
      if (code !== null && (await hasPeople(db))) {
        code = null;
      }
      return code !== null;
    },
    async complete({ code: given, ...person }) {
      tries += 1;
      if (code === null || tries > MOST_TRIES || !isSame(given.trim(), code)) {
        throw new CallboardError(
          "forbidden",
          "The set-up code is wrong or used up. The server’s log shows it at the start.",
        );
      }
      const used = code;
      code = null;
      try {
        await ensureAdministrator(auth, db, person);
      } catch (error) {
        code = used;
        throw error;
      }
    },
  };
}

function isSame(given: string, code: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(code)];
  return a.length === b.length && timingSafeEqual(a, b);
}
