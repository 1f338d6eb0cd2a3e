import { z } from "zod";

/** How every personal API token begins. */
export const TOKEN_PREFIX = "cb_";
export const LONGEST_TOKEN_NAME = 100;
export const MOST_TOKEN_DAYS = 365;

/** A token of whoever asks, without the token itself: `start` is how it begins. Instants are ISO 8601 in UTC. */
export const tokenItemSchema = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string(),
  createdAt: z.string(),
  /** Null: it does not expire. */
  expiresAt: z.string().nullable(),
  /** To the minute; null: never used. */
  lastUsedAt: z.string().nullable(),
});
export type TokenItem = z.infer<typeof tokenItemSchema>;

/** `GET /api/tokens`, newest first. */
export const tokensReplySchema = z.object({ tokens: z.array(tokenItemSchema) });
export type TokensReply = z.infer<typeof tokensReplySchema>;

/** Body of `POST /api/tokens`. */
export const newTokenSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(LONGEST_TOKEN_NAME, `has at most ${LONGEST_TOKEN_NAME} letters`),
  expiresInDays: z
    .int("must be a whole number of days")
    .min(1, "must be 1 day or more")
    .max(MOST_TOKEN_DAYS, `must be ${MOST_TOKEN_DAYS} days or fewer`)
    .optional(),
});
export type NewToken = z.infer<typeof newTokenSchema>;

/** `POST /api/tokens`: the one reply that holds the token whole. */
export const tokenMadeSchema = z.object({ token: z.string() });
export type TokenMade = z.infer<typeof tokenMadeSchema>;
