import { z } from "zod";
import { ERROR_MEANINGS, type ErrorCode } from "@/lib/shared/errors";
import type { Operation } from "./operation";
import { OPERATIONS } from "./operations";
import { wordsOf } from "./parameter-words";
import { ERROR_STATUS } from "./respond";
import { SCHEMAS } from "./schemas";

/** A JSON Schema, as far as the description and its page look into it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  items?: JsonSchema;
  default?: unknown;
  [key: string]: unknown;
}

export interface Parameter {
  name: string;
  in: "path" | "query";
  required: boolean;
  description: string;
  schema: JsonSchema;
}

interface Reply {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, { schema: JsonSchema }>;
}

export interface DescribedOperation {
  operationId: string;
  summary: string;
  description: string;
  security: Record<string, string[]>[];
  parameters: Parameter[];
  requestBody?: { required: boolean; content: Record<string, { schema: JsonSchema }> };
  responses: Record<string, Reply>;
}

export interface OpenApi {
  openapi: "3.1.0";
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  paths: Record<string, Partial<Record<Operation["method"], DescribedOperation>>>;
  components: { schemas: Record<string, JsonSchema>; securitySchemes: Record<string, Record<string, string>> };
}

const SECURITY_SCHEMES = {
  token: {
    type: "http",
    scheme: "bearer",
    description:
      "A personal API token, which begins with cb_. It may read all that its owner may. Also taken from the header x-api-key.",
  },
  session: {
    type: "apiKey",
    in: "cookie",
    name: "better-auth.session_token",
    description: "The cookie of a sign-in (POST /api/auth/sign-in/email); over https its name begins with __Secure-.",
  },
};

const SECURITY: Record<Operation["access"], Record<string, string[]>[]> = {
  "session or token": [{ token: [] }, { session: [] }],
  session: [{ session: [] }],
  anybody: [],
};

/** The description of the whole API, made from the schemas that its routes and its readers use themselves. */
export function describeApi(appUrl: string): OpenApi {
  const paths: OpenApi["paths"] = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: inDocument(operation) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Callboard",
      version: "1",
      description:
        "Metrics and conversations of a Kore.ai contact centre. Errors have a stable code; any address that is too long is answered 414, and headers that are too long 431.",
    },
    servers: [{ url: appUrl }],
    paths,
    components: { schemas: namedSchemas(), securitySchemes: SECURITY_SCHEMES },
  };
}

function inDocument(operation: Operation): DescribedOperation {
  const { method, path, summary, access, role, body, form } = operation;
  const parameters = [...pathParameters(operation), ...queryParameters(operation)];
  return {
    operationId: `${method}${path.replace("/api", "").replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    description: role ? `For ${role}s only.` : "",
    security: SECURITY[access],
    parameters,
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: schemaOf(body) } } } }),
    ...(form && { requestBody: { required: true, content: formContent(form) } }),
    responses: { ...goodReplies(operation), ...errorReplies(operation, parameters.length > 0) },
  };
}

function pathParameters({ pathParameters: types = {} }: Operation): Parameter[] {
  return Object.entries(types).map(([name, type]) => parameterOf(name, "path", true, schemaOf(type)));
}

function queryParameters({ query }: Operation): Parameter[] {
  return Object.entries(query?.shape ?? {}).map(([name, type]) =>
    parameterOf(name, "query", !type.safeParse(undefined).success, schemaOf(type, "output")),
  );
}

function parameterOf(name: string, place: Parameter["in"], required: boolean, schema: JsonSchema): Parameter {
  return { name, in: place, required, description: wordsOf(name) ?? "", schema };
}

/** Each parameter as it would stand in the address. */
function formContent({ shape }: z.ZodObject): Record<string, { schema: JsonSchema }> {
  const properties = Object.entries(shape).map(([name, type]) => [
    name,
    { ...schemaOf(type, "output"), description: wordsOf(name) ?? "" },
  ]);
  const required = Object.keys(shape).filter((name) => !shape[name]?.safeParse(undefined).success);
  const schema = { type: "object", properties: Object.fromEntries(properties), required, additionalProperties: false };
  return { "application/x-www-form-urlencoded": { schema }, "application/json": { schema } };
}

function goodReplies({ reply, hasEtag }: Operation): Record<string, Reply> {
  const { status, json, lines, types = [] } = reply;
  const content = {
    ...(json && { "application/json": { schema: schemaOf(json) } }),
    ...(lines && { "text/jsonl": { schema: schemaOf(lines) } }),
    ...Object.fromEntries(types.map((type) => [type, { schema: { type: "string" } }])),
  };
  const etag = {
    description: "Send it as If-None-Match: 304 says that nothing has changed.",
    schema: { type: "string" },
  };
  return {
    [status]: {
      description: status === 204 ? "Done." : "The reply.",
      ...(hasEtag && { headers: { ETag: etag } }),
      ...(Object.keys(content).length > 0 && { content }),
    },
    ...(hasEtag && { 304: { description: "What If-None-Match names is still right." } }),
  };
}

function errorReplies(operation: Operation, hasParameters: boolean): Record<string, Reply> {
  const { access, role, method, errors = [] } = operation;
  if (operation.path.startsWith("/api/auth/")) {
    const own = { default: { description: "better-auth’s own errors: { code, message }." } };
    return operation.access === "anybody" ? { ...own, ...repliesOf(["too_many_requests", "body_too_large"]) } : own;
  }
  const isGuarded = access !== "anybody";
  const codes = new Set<ErrorCode>([
    ...errors,
    ...(operation.isQuestion ? (["too_many_requests", "timed_out", "result_too_large"] as const) : []),
    ...(operation.body || operation.form ? (["body_too_large"] as const) : []),
    ...(hasParameters ? (["invalid_parameter"] as const) : []),
    ...(isGuarded ? (["unauthenticated"] as const) : []),
    ...(isGuarded && (role || access === "session" || method !== "get") ? (["forbidden"] as const) : []),
    "store_unavailable",
    "internal",
  ]);
  return repliesOf(codes);
}

const RETRY_AFTER = { description: "Seconds after which it may be asked again.", schema: { type: "string" } };

/** A reply for each status of these codes, which says what they mean. */
function repliesOf(codes: Iterable<ErrorCode>): Record<string, Reply> {
  const content = { "application/json": { schema: { $ref: refTo("Error") } } };
  const replies: Record<string, Reply> = {};
  for (const code of codes) {
    const before = replies[ERROR_STATUS[code]]?.description;
    const words = `${code}: ${ERROR_MEANINGS[code]}`;
    const headers = ERROR_STATUS[code] === 429 ? { "Retry-After": RETRY_AFTER } : undefined;
    replies[ERROR_STATUS[code]] = {
      description: before ? `${before} ${words}` : words,
      ...(headers && { headers }),
      content,
    };
  }
  return replies;
}

function namedSchemas(): Record<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) {
    registry.add(schema, { id });
  }
  const { schemas } = z.toJSONSchema(registry, { uri: refTo, io: "input" });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema as JsonSchema)]));
}

const refTo = (id: string) => `#/components/schemas/${id}`;

/** A schema by its name, where it has one. */
function schemaOf(schema: z.ZodType, io: "input" | "output" = "input"): JsonSchema {
  const named = Object.entries(SCHEMAS).find(([, other]) => other === schema);
  return named ? { $ref: refTo(named[0]) } : bare(z.toJSONSchema(schema, { io }) as JsonSchema);
}

/** The document says for all of them which JSON Schema they are, and where they are. */
function bare({ $schema, $id, ...schema }: JsonSchema): JsonSchema {
  return schema;
}
