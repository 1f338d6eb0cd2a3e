import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { environmentSchema } from "@/lib/env";

/** What `.env.example` holds: each value with what it means, and its default, or nothing where it must be given. */
export function envExample(): string {
  const fields = Object.entries(environmentSchema.shape).map(([name, schema]) => {
    const { success, data } = schema.safeParse(undefined);
    const isOptional = success && (data === undefined || String(data) === "");
    const value = success ? `# ${name}=${isOptional ? "" : data}` : `${name}=`;
    return `# ${schema.description}\n${value}\n`;
  });
  const head =
    "# Copy this file to .env and fill in what has no # before its name. The rest have the defaults shown here.\n";
  return [head, ...fields].join("\n");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(".env.example", envExample());
}
