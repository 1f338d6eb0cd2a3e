import type { Kysely } from "kysely";
import type { Database } from "@/lib/store/schema/schema";
import type { Auth } from "./auth";

export interface Administrator {
  email: string;
  password: string;
  name?: string;
}

export async function hasPeople(db: Kysely<Database>): Promise<boolean> {
  return (await db.selectFrom("user").select("id").limit(1).execute()).length > 0;
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
