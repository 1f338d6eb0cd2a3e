import type { DescribedOperation, JsonSchema, OpenApi } from "@/lib/http/openapi";

/** Values that say more than their type would. */
const EXAMPLES: Record<string, unknown> = {
  email: "you@example.com",
  password: "…",
  name: "Weekly report",
  expiresInDays: 90,
  code: "…",
  action: "run",
  id: "ID",
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
  const range = parameters.some(({ name }) => name === "from") ? ["from=2026-11-16", "to=2026-11-22"] : [];
  const search = [...asked, ...range].join("&");
  return search ? `${address}?${search}` : address;
}

function exampleOf(api: OpenApi, schema: JsonSchema): Record<string, unknown> {
  const named = schema.$ref ? api.components.schemas[schema.$ref.split("/").at(-1) ?? ""] : schema;
  const properties = Object.keys((named?.properties as Record<string, unknown> | undefined) ?? {});
  return Object.fromEntries(properties.map((name) => [name, EXAMPLES[name] ?? "…"]));
}
