import { z } from "zod";
import { DAY_SECONDS } from "./instants";

/** Seconds within which an offered entry counts as answered in time, where Settings set none (METRICS). */
export const DEFAULT_THRESHOLD_SECONDS = 20;

export const LONGEST_SECONDS = DAY_SECONDS;
const seconds = z
  .number({ error: "must be a number of seconds, or null for none of its own" })
  .min(0, "must not be negative")
  .max(LONGEST_SECONDS, `must be at most ${LONGEST_SECONDS}`)
  .nullable();

const levels = { thresholdSeconds: seconds, shortAbandonSeconds: seconds };

/**
 * `GET /api/service-levels`: what each queue counts as answered in time, and how soon an abandoned entry is left out of
 * the service level. Null is what holds for all queues; the queues' default without short abandons leaves none out.
 */
export const serviceLevelsSchema = z.object({
  default: z.object({ thresholdSeconds: z.number(), shortAbandonSeconds: seconds }),
  queues: z.array(z.object({ queueId: z.string(), queueName: z.string(), ...levels })),
});
export type ServiceLevels = z.infer<typeof serviceLevelsSchema>;

/** `PUT /api/service-levels`: one queue's, or with an empty `queueId` those of all queues that set none. */
export const serviceLevelChangeSchema = z.strictObject({ queueId: z.string().max(400), ...levels });
export type ServiceLevelChange = z.infer<typeof serviceLevelChangeSchema>;
