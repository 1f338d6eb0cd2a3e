import { z } from "zod";
import { forEachFilter } from "./filters";
import { UNITS } from "./units";

/** A column of a dataset; a metric's also says what it counts, and whether more of it is good or bad. */
export const columnSchema = z.object({
  id: z.string(),
  label: z.string(),
  unit: z.enum(UNITS),
  definition: z.string().optional(),
  good: z.enum(["up", "down"]).optional(),
});
export type Column = z.infer<typeof columnSchema>;

export const valueSchema = z.union([z.string(), z.number(), z.null()]);
export type Value = z.infer<typeof valueSchema>;

export const rowSchema = z.record(z.string(), valueSchema);
export type Row = z.infer<typeof rowSchema>;

/** What numbers of a range do not hold, though no time is missing (`complete`). */
const incompleteSchema = z.object({
  setAside: z.number().describe("Records that could not be read, and are in no number."),
  unread: z.number().describe("Conversations with fields that could not be read, and count as missing."),
  stale: z.number().describe("Conversations that are due for another reading, or were last read by an older version."),
});
export type Incomplete = z.infer<typeof incompleteSchema>;

export const metaSchema = z.object({
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  generatedAt: z.string(),
  dataThrough: z.string().nullable(),
  /** No gap in the range as far as the copy reaches. */
  complete: z.boolean(),
  ...incompleteSchema.shape,
});
export type Meta = z.infer<typeof metaSchema>;

/** Why a metric left records out (METRICS, "Missing is not zero", "Exclusions are visible"). */
export const LEFT_OUT_REASONS = ["missing", "negative", "outbound", "callback", "open", "shortAbandon"] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

const leftOutSchema = z.object({ metric: z.string(), reason: z.enum(LEFT_OUT_REASONS), records: z.number() });
export type LeftOut = z.infer<typeof leftOutSchema>;

/**
 * What `anomalies` compared: the range as far as it is copied, with so many equally long `spans`, `weeksApart` weeks
 * from one to the next, that are copied whole. With fewer than `spansNeeded` nothing is called unusual.
 */
const usualSchema = z.object({
  from: z.string(),
  to: z.string(),
  spans: z.number(),
  spansNeeded: z.number(),
  weeksApart: z.number(),
});
export type Usual = z.infer<typeof usualSchema>;

/**
 * `GET /api/metrics/{dataset}` (METRICS, "Datasets of the HTTP API"); `comparison` where `compare` was asked for, and
 * `leftOut` with what each metric of the rows did not count.
 */
export const datasetReplySchema = z.object({
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
  meta: metaSchema,
  leftOut: z.array(leftOutSchema),
  usual: usualSchema.optional(),
  /** `complete` is whether the copy lacks nothing of the compared range. */
  comparison: z
    .object({ from: z.string(), to: z.string(), complete: z.boolean(), rows: z.array(rowSchema) })
    .optional(),
});
export type DatasetReply = z.infer<typeof datasetReplySchema>;

export const errorReplySchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    details: z.record(z.string(), z.string()).optional(),
  }),
});

export const optionSchema = z.object({ value: z.string(), label: z.string() });

/** `GET /api/options`: values for the filter menus, keyed by the filter's parameter. */
export const optionsReplySchema = z.object(forEachFilter(() => z.array(optionSchema)));
export type OptionsReply = z.infer<typeof optionsReplySchema>;

const gapSchema = z.object({ from: z.string(), to: z.string(), reason: z.string() });

/** A stretch of the wanted history and what the copy knows of it; `readAt` is when it was last read. */
const coverageSchema = z.object({
  from: z.string(),
  to: z.string(),
  state: z.enum(["copied", "truncated", "failed", "missing"]),
  readAt: z.string().nullable(),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** `GET /api/sync`. `done` and `total` are seconds of the wanted history. */
export const syncReplySchema = z.object({
  state: z.enum(["idle", "running", "failing"]),
  complete: z.boolean(),
  dataThrough: z.string().nullable(),
  progress: z.object({ done: z.number(), total: z.number(), remainingSeconds: z.number().nullable() }),
  /** Over all that is copied. */
  ...incompleteSchema.shape,
  gaps: z.array(gapSchema),
  rejected: z.number(),
  lastError: z.string().nullable(),
  isPaused: z.boolean(),
  coverage: z.array(coverageSchema),
  /** Requests and rows since the server started; `rowsPerSecond` over the last minute. */
  traffic: z.object({
    requests: z.number(),
    requestsPerMinute: z.number(),
    rows: z.number(),
    rowsPerSecond: z.number(),
  }),
  /** Conversations that stand open, whatever their age, and the oldest of their last readings; null where none is. */
  open: z.object({ conversations: z.number(), readAt: z.string().nullable() }),
  /** The oldest reading of what is still read again, where readings are later than they should be. */
  overdueSince: z.string().nullable(),
});
export type SyncReply = z.infer<typeof syncReplySchema>;

/** One of the copy's checks on what the source sends: how many records it looked at, and how many are odd. */
export const checkSchema = z.object({
  id: z.string(),
  label: z.string(),
  /** What the figures mean, and what to do where there are odd ones. */
  words: z.string(),
  checked: z.number(),
  odd: z.number(),
  isAlarming: z.boolean(),
  /** Lists the odd ones: the parameters of `GET /api/conversations`. */
  conversations: z.object({ from: z.string(), to: z.string(), unread: z.string() }).optional(),
});
export type Check = z.infer<typeof checkSchema>;

/** A conversation that the source no longer holds; `lastSeenAt` is when its time was last read with it. */
export const erasedSchema = z.object({
  id: z.string(),
  startedAt: z.string(),
  lastSeenAt: z.string().nullable(),
  firstMissedAt: z.string(),
});
export type ErasedConversation = z.infer<typeof erasedSchema>;

/** `GET /api/sync/checks`; of what was erased the newest. */
export const checksReplySchema = z.object({ checks: z.array(checkSchema), erased: z.array(erasedSchema) });

/** `POST /api/sync/test`: whether the account answers, and in one sentence what to look at where it does not. */
export const connectionTestSchema = z.object({ ok: z.boolean(), fault: z.string().nullable(), sentence: z.string() });
export type ConnectionTest = z.infer<typeof connectionTestSchema>;

/**
 * `GET /api/sync/rejected`: records that could not be read, newest first, as the source gave them; where they are too
 * many, the newest of each reason. `reasons` counts all of them.
 */
export const rejectedReplySchema = z.object({
  total: z.number(),
  reasons: z.array(z.object({ reason: z.string(), records: z.number() })),
  items: z.array(z.object({ reason: z.string(), rejectedAt: z.string(), record: z.string() })),
});
export type RejectedReply = z.infer<typeof rejectedReplySchema>;

/** `POST /api/sync`, what to do; nothing means `run`. */
export const SYNC_ACTIONS = ["run", "pause", "resume"] as const;

export const healthReplySchema = z.object({
  status: z.enum(["ok", "degraded"]),
  store: z.enum(["ok", "unavailable"]),
  sync: z.object({ state: syncReplySchema.shape.state, dataThrough: z.string().nullable() }),
});
export type HealthReply = z.infer<typeof healthReplySchema>;
