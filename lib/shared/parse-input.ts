import type { z } from "zod";
import { rejectParameter } from "./errors";

const LONGEST_NAME = 60;

/**
 * A request's body, or the parameters of its address, as the schema wants them.
 * @throws CallboardError `invalid_parameter`, naming the first parameter (at the top of the value) that is unknown or wrong.
 */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) {
    return parsed.data;
  }
  const issue = parsed.error.issues[0];
  const [field] = issue?.path ?? [];
  const unknown = field === undefined && issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const name = String(unknown ?? field ?? "body").slice(0, LONGEST_NAME);
  return rejectParameter(
    name,
    unknown === undefined ? `“${name}”: ${issue?.message}.` : `There is no parameter “${name}”.`,
  );
}
