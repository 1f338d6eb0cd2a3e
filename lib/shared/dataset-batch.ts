import { z } from "zod";
import { datasetReplySchema, errorReplySchema } from "./contract";

/** Queries that one batch may hold. */
export const MOST_QUERIES = 40;

const MUST_HOLD = `it must hold 1 to ${MOST_QUERIES} questions like { "dataset": "summary", "search": "" }`;

/** The body of `POST /api/metrics`: a batch of queries, each a dataset and the query string of its own address. */
export const batchSchema = z.strictObject({
  asks: z
    .array(z.strictObject({ dataset: z.string(), search: z.string() }), MUST_HOLD)
    .min(1, MUST_HOLD)
    .max(MOST_QUERIES, MUST_HOLD),
});
export type BatchQuery = z.infer<typeof batchSchema>["asks"][number];

/** One line of the reply: which query it answers (`ask`, counted from 0), and what that query's own address would reply. */
export const batchReplySchema = z.union([
  z.object({ ask: z.number(), reply: datasetReplySchema }),
  errorReplySchema.extend({ ask: z.number() }),
]);
export type BatchReply = z.infer<typeof batchReplySchema>;
