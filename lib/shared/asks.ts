import { z } from "zod";
import { datasetReplySchema, errorReplySchema } from "./contract";

/** So many questions at once. */
export const MOST_ASKS = 40;

/** Questions that are asked at once: each a dataset, and the query string of its own address. */
export const asksSchema = z.strictObject({
  asks: z
    .array(z.strictObject({ dataset: z.string(), search: z.string() }))
    .min(1)
    .max(MOST_ASKS),
});
export type Ask = z.infer<typeof asksSchema>["asks"][number];

/** One line of the answer: to which of the questions, counted from 0, and what its own address would have replied. */
export const answerSchema = z.union([
  z.object({ ask: z.number(), reply: datasetReplySchema }),
  errorReplySchema.extend({ ask: z.number() }),
]);
export type Answer = z.infer<typeof answerSchema>;
