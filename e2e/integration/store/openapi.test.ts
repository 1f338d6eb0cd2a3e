import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { exampleCommand } from "@/app/(app)/api-reference/example";
import { GET as getNeighbours, POST as postNeighbours } from "@/app/api/conversations/[id]/neighbours/route";
import { GET as getConversation } from "@/app/api/conversations/[id]/route";
import { GET as getConversations, POST as postConversations } from "@/app/api/conversations/route";
import { POST as postExport } from "@/app/api/export/route";
import { GET as getHealth } from "@/app/api/health/route";
import { GET as getDataset, POST as postDataset } from "@/app/api/metrics/[dataset]/route";
import { POST as postAsks } from "@/app/api/metrics/route";
import { GET as getOpenApi } from "@/app/api/openapi.json/route";
import { GET as getOptions } from "@/app/api/options/route";
import { GET as getPeople, POST as postPerson } from "@/app/api/people/route";
import { GET as getLevels, PUT as putLevels } from "@/app/api/service-levels/route";
import { GET as getChecks } from "@/app/api/sync/checks/route";
import { GET as getRejected } from "@/app/api/sync/rejected/route";
import { GET as getSync, POST as postSync } from "@/app/api/sync/route";
import { POST as postTest } from "@/app/api/sync/test/route";
import { GET as getTokens, POST as postToken } from "@/app/api/tokens/route";
import type { OpenApi } from "@/lib/http/openapi";
import type { Route } from "@/lib/http/route";
import { OPERATIONS } from "@/lib/http/routes";
import { datasetReplySchema } from "@/lib/shared/contract";
import { conversationListSchema } from "@/lib/shared/conversation";
import { DATASET_IDS } from "@/lib/shared/datasets";
import { ERROR_CODES } from "@/lib/shared/errors";
import { listRouteFiles } from "../../journeys/support/routes";
import { ask, ORIGIN, type Served, startServed } from "../support/served";

let served: Served;
let document: OpenApi;
beforeAll(async () => {
  served = await startServed();
  document = await (await ask(getOpenApi, "/api/openapi.json", asked())).json();
});
afterAll(() => served.stop());

const asked = () => ({ headers: { cookie: served.cookie.administrator, origin: ORIGIN } });
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );

/** `/api/people/[id]` → `/api/people/{id}` */
const inBraces = (path: string) => path.replace(/\[(\w+)\]/g, "{$1}");

/** Every object within a JSON value. */
function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== "object" || value === null) {
    return [];
  }
  return [
    ...(Array.isArray(value) ? [] : [value as Record<string, unknown>]),
    ...Object.values(value).flatMap(objectsIn),
  ];
}

describe("the description of the API", () => {
  it("is behind the sign-in", async () => {
    expect((await ask(getOpenApi, "/api/openapi.json")).status).toBe(401);
  });

  it("has what OpenAPI 3.1 asks for", () => {
    expect(document.openapi).toBe("3.1.0");
    expect(document.info).toMatchObject({ title: "Callboard", version: expect.any(String) });
    expect(document.servers).toEqual([{ url: ORIGIN }]);
    expect(Object.keys(document.components.securitySchemes)).toEqual(["token", "session"]);
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { path, operation } of operations()) {
      expect(path).toMatch(/^\/api(\/(\{\w+\}|[\w.-]+))+$/);
      expect(operation.operationId).toMatch(/^[a-z]\w+$/);
      expect(operation.summary).toMatch(/\.$/);
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(operation.parameters.filter((one) => one.in === "path").map(({ name }) => name)).toEqual(inPath);
      const names = operation.parameters.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(operation.parameters.filter((one) => one.in === "path" && !one.required)).toEqual([]);
      expect(Object.keys(operation.responses).some((status) => status.startsWith("2"))).toBe(true);
      for (const [status, reply] of Object.entries(operation.responses)) {
        expect(status).toMatch(/^([1-5]\d\d|default)$/);
        expect(reply.description).not.toBe("");
      }
      for (const scheme of operation.security.flatMap((one) => Object.keys(one))) {
        expect(document.components.securitySchemes).toHaveProperty(scheme);
      }
    }
  });

  it("leads to a schema by every reference, and has none that nothing leads to", () => {
    const refs = objectsIn(document).flatMap(({ $ref }) => (typeof $ref === "string" ? [$ref] : []));
    expect(refs.length).toBeGreaterThan(20);
    const names = Object.keys(document.components.schemas);
    expect(refs.filter((ref) => !names.some((name) => ref === `#/components/schemas/${name}`))).toEqual([]);
    expect(names.filter((name) => !refs.includes(`#/components/schemas/${name}`))).toEqual([]);
  });

  it("holds nothing but JSON Schema of known types, and no left-over of another document", () => {
    const types = new Set(["string", "number", "integer", "boolean", "object", "array", "null", "http", "apiKey"]);
    for (const { type, $schema, $id, $defs } of objectsIn(document)) {
      expect([$schema, $id, $defs]).toEqual([undefined, undefined, undefined]);
      for (const one of [type].flat()) {
        expect(typeof one !== "string" || types.has(one)).toBe(true);
      }
    }
  });

  it("explains every parameter", () => {
    const dumb = operations().flatMap(({ path, operation }) =>
      operation.parameters.filter(({ description }) => description === "").map(({ name }) => `${path} ${name}`),
    );
    expect(dumb).toEqual([]);
  });

  it("lists every error code", () => {
    expect(document.components.schemas.Error).toMatchObject({
      properties: { error: { properties: { code: { enum: [...ERROR_CODES] } } } },
    });
  });

  it("has every route of the application, and no other", () => {
    const routes = listRouteFiles()
      .filter(({ path }) => !/\[\.\.\./.test(path))
      .flatMap(({ path, methods }) => methods.map((method) => `${method} ${inBraces(path)}`));
    const described = OPERATIONS.filter(({ path }) => !path.startsWith("/api/auth/"));
    expect(described.map(({ method, path }) => `${method.toUpperCase()} ${path}`).sort()).toEqual(routes.sort());
  });

  it("is made of what the handler at each address is made of", async () => {
    for (const { path, methods } of listRouteFiles().filter(({ path }) => !/\[\.\.\./.test(path))) {
      const handlers: Record<string, { route?: Route }> = await import(
        /* @vite-ignore */ `${process.cwd()}/app${path}/route`
      );
      for (const method of methods) {
        expect([path, method, handlers[method]?.route?.path]).toEqual([path, method, inBraces(path)]);
      }
    }
  });

  it("has every parameter that the routes take", async () => {
    for (const { path, operation } of operations()) {
      const form = operation.requestBody?.content["application/x-www-form-urlencoded"]?.schema;
      const names = form
        ? Object.keys(form.properties as object)
        : operation.parameters.filter((one) => one.in === "query").map(({ name }) => name);
      if (path.startsWith("/api/metrics/") || path === "/api/conversations") {
        expect(names).toEqual(expect.arrayContaining(["from", "to", "channel", "queue", "tag", "format"]));
      }
    }
  });
});

describe("a real reply", () => {
  /** The reply's schema, in which nothing more may stand than it says. */
  function schemaOf(method: string, path: string): z.ZodType {
    const json = OPERATIONS.find((one) => one.method === method && one.path === path)?.reply.json;
    if (!json) {
      throw new Error(`${method} ${path} has no JSON.`);
    }
    return json;
  }

  async function check(method: string, path: string, reply: () => Promise<Response>) {
    const turns = vi.spyOn(served.runtime.questions, "enter");
    const answered = await reply();
    const described = OPERATIONS.find((one) => one.method === method && one.path === path);
    expect([path, turns.mock.calls.length > 0]).toEqual([path, described?.isQuestion === true]);
    turns.mockRestore();
    expect(answered.status).toBe(described?.reply.status);
    expect([path, answered.headers.has("etag")]).toEqual([path, Boolean(described?.hasEtag)]);
    const body: unknown = await answered.json();
    expect(schemaOf(method, path).parse(body)).toEqual(body);
    return body;
  }

  it.each(DATASET_IDS)("is what its schema says, and no more: the dataset %s", async (dataset) => {
    for (const search of ["", "?compare=previous&interval=hour"]) {
      const reply = () => ask(getDataset, `/api/metrics/${dataset}${search}`, { ...asked(), params: { dataset } });
      const body = await check("get", "/api/metrics/{dataset}", reply);
      const { columns, rows } = datasetReplySchema.parse(body);
      const ids = columns.map(({ id }) => id).sort();
      for (const row of rows) {
        expect(Object.keys(row).sort()).toEqual(ids);
      }
    }
  });

  it("is what its schema says, and no more: conversations", async () => {
    const body = await check("get", "/api/conversations", () =>
      ask(getConversations, "/api/conversations?limit=20", asked()),
    );
    for (const { id } of conversationListSchema.parse(body).items) {
      await check("get", "/api/conversations/{id}", () =>
        ask(getConversation, `/api/conversations/${id}`, { ...asked(), params: { id } }),
      );
      await check("get", "/api/conversations/{id}/neighbours", () =>
        ask(getNeighbours, `/api/conversations/${id}/neighbours`, { ...asked(), params: { id } }),
      );
    }
  });

  it.each<[string, string, () => Promise<Response>]>([
    ["get", "/api/options", () => ask(getOptions, "/api/options", asked())],
    ["get", "/api/service-levels", () => ask(getLevels, "/api/service-levels", asked())],
    [
      "put",
      "/api/service-levels",
      () =>
        ask(putLevels, "/api/service-levels", {
          ...asked(),
          method: "PUT",
          body: '{"queueId":"","thresholdSeconds":30,"shortAbandonSeconds":null}',
        }),
    ],
    ["get", "/api/sync", () => ask(getSync, "/api/sync", asked())],
    [
      "post",
      "/api/sync",
      () => ask(postSync, "/api/sync", { ...asked(), method: "POST", body: '{"action":"resume"}' }),
    ],
    ["get", "/api/sync/checks", () => ask(getChecks, "/api/sync/checks", asked())],
    ["get", "/api/sync/rejected", () => ask(getRejected, "/api/sync/rejected", asked())],
    ["post", "/api/sync/test", () => ask(postTest, "/api/sync/test", { ...asked(), method: "POST" })],
    [
      "post",
      "/api/people",
      () =>
        ask(postPerson, "/api/people", {
          ...asked(),
          method: "POST",
          body: '{"name":"Nina","email":"nina@example.com","password":"a good password","role":"supervisor"}',
        }),
    ],
    ["get", "/api/people", () => ask(getPeople, "/api/people", asked())],
    ["post", "/api/tokens", () => ask(postToken, "/api/tokens", { ...asked(), method: "POST", body: '{"name":"a"}' })],
    ["get", "/api/tokens", () => ask(getTokens, "/api/tokens", asked())],
    ["get", "/api/health", () => ask(getHealth, "/api/health")],
    ["get", "/api/openapi.json", () => ask(getOpenApi, "/api/openapi.json", asked())],
  ])("is what its schema says, and no more: %s %s", async (method, path, reply) => {
    await check(method, path, reply);
  });
});

describe("the commands of its page", () => {
  it.each([
    ["/api/metrics/{dataset}", postDataset],
    ["/api/metrics", postAsks],
    ["/api/export", postExport],
    ["/api/conversations", postConversations],
    ["/api/conversations/{id}/neighbours", postNeighbours],
  ] as const)("are answered as they stand, with a body: %s", async (path, handler) => {
    const operation = document.paths[path]?.post;
    const command = operation ? exampleCommand(document, "POST", path, operation) : "";
    const body = /-d '(.*)' "/.exec(command)?.[1] ?? "";
    const { items } = await (await ask(getConversations, "/api/conversations?limit=1", asked())).json();
    const headers = { ...asked().headers, "content-type": "application/json" };
    const params = { dataset: "summary", id: items[0].id };
    const reply = await ask(handler as typeof postDataset, path, { method: "POST", headers, body, params });
    expect([reply.status, await reply.text()]).toEqual([200, expect.not.stringContaining("invalid_parameter")]);
  });
});
