import { z } from "zod";

/** How a column's values are written and counted: durations in seconds, ratios 0 to 1. */
export const UNITS = ["text", "count", "ratio", "seconds", "score", "bucket"] as const;
export type Unit = (typeof UNITS)[number];

export const DATASETS = [
  "summary",
  "final-status",
  "disconnecting-events",
  "status-by-event",
  "volume",
  "queues",
  "agents",
  "agent-durations",
  "callbacks",
  "channels",
  "intents",
  "dispositions",
  "tags",
  "trends",
] as const;
export type DatasetId = (typeof DATASETS)[number];

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

export const metaSchema = z.object({
  from: z.string(),
  to: z.string(),
  timeZone: z.string(),
  generatedAt: z.string(),
  dataThrough: z.string().nullable(),
  complete: z.boolean(),
});
export type Meta = z.infer<typeof metaSchema>;

/** `GET /api/metrics/{dataset}` (METRICS, "Datasets of the HTTP API"); `comparison` where `compare` was asked for. */
export const datasetReplySchema = z.object({
  columns: z.array(columnSchema),
  rows: z.array(rowSchema),
  meta: metaSchema,
  comparison: z.object({ from: z.string(), to: z.string(), rows: z.array(rowSchema) }).optional(),
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
export type Option = z.infer<typeof optionSchema>;

/** `GET /api/options`: values for the filter menus, keyed by the filter's parameter. */
export const optionsReplySchema = z.object({
  channel: z.array(optionSchema),
  queue: z.array(optionSchema),
  agent: z.array(optionSchema),
  status: z.array(optionSchema),
  event: z.array(optionSchema),
  outcome: z.array(optionSchema),
  direction: z.array(optionSchema),
  disposition: z.array(optionSchema),
  tag: z.array(optionSchema),
});
export type OptionsReply = z.infer<typeof optionsReplySchema>;

const gapSchema = z.object({ from: z.string(), to: z.string(), reason: z.string() });

/** `GET /api/sync` (ARCHITECTURE, "HTTP"). `done` and `total` are seconds of the wanted history. */
export const syncReplySchema = z.object({
  state: z.enum(["idle", "running", "failing"]),
  complete: z.boolean(),
  dataThrough: z.string().nullable(),
  progress: z.object({ done: z.number(), total: z.number(), remainingSeconds: z.number().nullable() }),
  gaps: z.array(gapSchema),
  rejected: z.number(),
  lastError: z.string().nullable(),
});
export type SyncReply = z.infer<typeof syncReplySchema>;

export const healthReplySchema = z.object({
  status: z.enum(["ok", "degraded"]),
  store: z.enum(["ok", "unavailable"]),
  sync: z.object({ state: syncReplySchema.shape.state, dataThrough: z.string().nullable() }),
});
export type HealthReply = z.infer<typeof healthReplySchema>;
