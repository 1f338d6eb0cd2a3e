import { z } from "zod";
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiOverride,
  type ZodOpenApiPathsObject,
  type ZodOpenApiResponsesObject,
} from "zod-openapi";
import { ERROR_MEANINGS, type ErrorCode } from "@/lib/shared/errors";
import { wordsOf } from "./parameter-words";
import { ERROR_STATUS } from "./respond";
import type { Operation } from "./route";
import { OPERATIONS } from "./routes";
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
  required?: boolean;
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
} as const;

const SECURITY: Record<Operation["access"], Record<string, string[]>[]> = {
  "session or token": [{ token: [] }, { session: [] }],
  session: [{ session: [] }],
  anybody: [],
};

/** The description of the whole API, made from the schemas that its routes and its readers use themselves. */
export function describeApi(appUrl: string): OpenApi {
  const paths: ZodOpenApiPathsObject = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: inDocument(operation) };
  }
  const info = {
    title: "Callboard",
    version: "1",
    description:
      "Metrics and conversations of a Kore.ai contact centre. Errors have a stable code; any address that is too long is answered 414, and headers that are too long 431.",
  };
  const components = { schemas: SCHEMAS, securitySchemes: SECURITY_SCHEMES };
  const servers = [{ url: appUrl }];
  const document: unknown = createDocument(
    { openapi: "3.1.0", info, servers, paths, components },
    { override: leaveOpen },
  );
  // The library's types leave room for references in every place; only schemas have them here.
  return document as OpenApi;
}

/** A reply may have more fields one day: only an object whose schema is strict is said to have no others. */
const leaveOpen: ZodOpenApiOverride = ({ zodSchema, jsonSchema }) => {
  const { def } = zodSchema._zod;
  if (def.type === "object" && !def.catchall) {
    delete jsonSchema.additionalProperties;
  }
};

function inDocument(operation: Operation): ZodOpenApiOperationObject {
  const { method, path, summary, access, role, body, form, pathParameters, query } = operation;
  return {
    operationId: `${method}${path.replace("/api", "").replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    description: role ? `For ${role}s only.` : "",
    security: SECURITY[access],
    requestParams: {
      path: explain(pathParameters, (description) => ({ param: { description } })),
      query: explain(query?.parameters, (description) => ({ param: { description } })),
    },
    ...(body && { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    ...(form && { requestBody: { required: true, content: formContent(form) } }),
    responses: { ...goodReplies(operation), ...errorReplies(operation) },
  };
}

/** The parameters, each with what it means. */
function explain(parameters = z.object(), metaOf: (words: string) => z.GlobalMeta): z.ZodObject {
  const explained = Object.entries<z.ZodType>(parameters.shape).map(([name, type]) => [
    name,
    type.meta(metaOf(wordsOf(name) ?? "")),
  ]);
  return z.strictObject(Object.fromEntries(explained));
}

/** Each parameter as it would stand in the address. */
function formContent(form: z.ZodObject) {
  const schema = explain(form, (description) => ({ description }));
  return { "application/x-www-form-urlencoded": { schema }, "application/json": { schema } };
}

function goodReplies({ reply, hasEtag }: Operation): ZodOpenApiResponsesObject {
  const { status, json, lines, types = [] } = reply;
  const content = {
    ...(json && { "application/json": { schema: json } }),
    ...(lines && { "text/jsonl": { schema: lines } }),
    ...Object.fromEntries(types.map((type) => [type, { schema: { type: "string" as const } }])),
  };
  const etag = {
    description: "Send it as If-None-Match: 304 says that nothing has changed.",
    schema: { type: "string" as const },
  };
  return {
    [`${status}`]: {
      description: status === 204 ? "Done." : "The reply.",
      ...(hasEtag && { headers: { ETag: etag } }),
      ...(Object.keys(content).length > 0 && { content }),
    },
    ...(hasEtag && { 304: { description: "What If-None-Match names is still right." } }),
  };
}

function errorReplies(operation: Operation): ZodOpenApiResponsesObject {
  const { access, role, method, path, pathParameters, query, body, form, isQuestion, errors = [] } = operation;
  if (path.startsWith("/api/auth/")) {
    const own = { default: { description: "better-auth’s own errors: { code, message }." } };
    return access === "anybody" ? { ...own, ...repliesOf(["too_many_requests", "body_too_large"]) } : own;
  }
  const isGuarded = access !== "anybody";
  const takesInput = pathParameters || query || body || form;
  const codes = new Set<ErrorCode>([
    ...errors,
    ...(isQuestion ? (["too_many_requests", "timed_out", "result_too_large"] as const) : []),
    ...(body || form ? (["body_too_large"] as const) : []),
    ...(takesInput ? (["invalid_parameter"] as const) : []),
    ...(isGuarded ? (["unauthenticated"] as const) : []),
    ...(isGuarded && (role || access === "session" || method !== "get") ? (["forbidden"] as const) : []),
    "store_unavailable",
    "internal",
  ]);
  return repliesOf(codes);
}

const RETRY_AFTER = {
  description: "Seconds after which it may be asked again.",
  schema: { type: "string" as const },
};

/** A reply for each status of these codes, which says what they mean. */
function repliesOf(codes: Iterable<ErrorCode>): ZodOpenApiResponsesObject {
  const words = new Map<number, string[]>();
  for (const code of codes) {
    const status = ERROR_STATUS[code];
    words.set(status, [...(words.get(status) ?? []), `${code}: ${ERROR_MEANINGS[code]}`]);
  }
  const replies = [...words].map(([status, meanings]) => [
    status,
    {
      description: meanings.join(" "),
      ...(status === 429 && { headers: { "Retry-After": RETRY_AFTER } }),
      content: { "application/json": { schema: SCHEMAS.Error } },
    },
  ]);
  return Object.fromEntries(replies);
}
