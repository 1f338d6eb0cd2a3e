import type { ConnectionTest } from "@/lib/shared/contract";
import type { KoreClient } from "./client";
import { KoreError } from "./errors";

/** Whether the account answers; where not, one sentence names the fault and what to do. */
export async function testConnection(client: KoreClient): Promise<ConnectionTest> {
  try {
    await client.probe();
    return { ok: true, fault: null, sentence: "Kore.ai answers: host, token, scope and stream are right." };
  } catch (error) {
    if (error instanceof KoreError) {
      return { ok: false, fault: error.fault, sentence: error.message };
    }
    throw error;
  }
}
