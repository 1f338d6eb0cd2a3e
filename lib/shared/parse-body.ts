import type { z } from "zod";
import { rejectParameter } from "./errors";

/** A request's body as its schema wants it. @throws CallboardError `invalid_parameter`, naming the first wrong field. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  const field = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0];
  const name = String(field ?? "body").slice(0, 60);
  return rejectParameter(name, `“${name}”: ${issue?.message ?? "is wrong"}.`);
}
