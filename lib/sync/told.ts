import { z } from "zod";
import { syncReplySchema } from "@/lib/shared/contract";

/** What the instance that copies knows of the copy beside the ledger, and tells the others through the database. */
const toldSchema = z.object({
  state: syncReplySchema.shape.state,
  lastError: z.string().nullable(),
  /** When its run began. */
  runAt: z.number(),
  /** Seconds of history copied a second; null before anything was. */
  pace: z.number().nullable(),
  traffic: syncReplySchema.shape.traffic,
});
export type Told = z.infer<typeof toldSchema>;

/** Null for what an instance of another version says in other words. */
export function readTold(text: string): Told | null {
  try {
    return toldSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
