import { z } from "zod";
import { syncReplySchema } from "@/lib/shared/contract";

/** What the leader knows of the sync beside the ledger, and publishes to its followers through the database. */
const publishedStatusSchema = z.object({
  state: syncReplySchema.shape.state,
  lastError: z.string().nullable(),
  /** When its run began, Unix milliseconds. */
  runAt: z.number(),
  /** Seconds of history copied a second; null before anything was. */
  throughput: z.number().nullable(),
  traffic: syncReplySchema.shape.traffic,
});
export type PublishedStatus = z.infer<typeof publishedStatusSchema>;

/** Null for what an instance of another version publishes in another form. */
export function readPublishedStatus(text: string): PublishedStatus | null {
  try {
    return publishedStatusSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
