import type { DescribedOperation, JsonSchema, OpenApi } from "@/lib/http/openapi";

const RANGE: Record<string, string> = { from: "2026-11-16", to: "2026-11-22" };

/** Values that say more than their type would. */
const EXAMPLES: Record<string, unknown> = {
  email: "you@example.com",
  password: "…",
  name: "Weekly report",
  expiresInDays: 90,
  code: "…",
  action: "run",
  id: "ID",
  queueId: "ID",
  thresholdSeconds: 20,
  shortAbandonSeconds: 5,
  asks: [{ dataset: "summary", search: "from=2026-11-16&to=2026-11-22" }],
};

/** A command line that asks for an operation, with a token where one is enough. */
export function exampleCommand(api: OpenApi, method: string, path: string, operation: DescribedOperation): string {
  const schemes = operation.security.flatMap((one) => Object.keys(one));
  const shown = schemes.includes("token")
    ? ['-H "Authorization: Bearer $CALLBOARD_TOKEN"']
    : schemes.includes("session")
      ? ["-b cookies.txt"]
      : path.endsWith("/sign-in/email")
        ? ["-c cookies.txt"]
        : [];
  const content = operation.requestBody?.content["application/json"];
  const body = content
    ? [`-H "Content-Type: application/json" -d '${JSON.stringify(exampleOf(api, content.schema))}'`]
    : [];
  const verb = method === "GET" || (method === "POST" && body.length > 0) ? [] : [`-X ${method}`];
  return ["curl", ...verb, ...shown, ...body, `"${api.servers[0]?.url}${addressOf(path, operation)}"`].join(" ");
}

/** The address with its required parameters, and a range where it takes one. */
function addressOf(path: string, { parameters }: DescribedOperation): string {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const schema = parameters.find((one) => one.name === name)?.schema;
    return String(schema?.enum?.[0] ?? EXAMPLES[name] ?? name);
  });
  const asked = parameters.flatMap(({ name, in: place, required, schema }) => {
    const values = schema.items?.enum?.slice(0, 2) ?? [];
    return place === "query" && required ? values.map((value) => `${name}=${String(value)}`) : [];
  });
  const range = parameters.some(({ name }) => name === "from")
    ? Object.entries(RANGE).map(([name, day]) => `${name}=${day}`)
    : [];
  const search = [...asked, ...range].join("&");
  return search ? `${address}?${search}` : address;
}

/** What a body must hold, and a range where it takes one; of one that must hold nothing, what says more than its type. */
function exampleOf(api: OpenApi, schema: JsonSchema): Record<string, unknown> {
  const named = schema.$ref ? api.components.schemas[schema.$ref.split("/").at(-1) ?? ""] : schema;
  const properties = (named?.properties ?? {}) as Record<string, JsonSchema>;
  const required = (named?.required ?? []) as string[];
  const names = Object.keys(properties).filter(
    (name) => required.includes(name) || name in RANGE || (required.length === 0 && name in EXAMPLES),
  );
  return Object.fromEntries(names.map((name) => [name, exampleValue(name, properties[name])]));
}

function exampleValue(name: string, schema: JsonSchema = {}): unknown {
  const ofType = schema.enum?.[0] ?? (schema.items?.enum ? [schema.items.enum[0]] : "…");
  return RANGE[name] ?? EXAMPLES[name] ?? ofType;
}
