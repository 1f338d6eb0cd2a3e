import { expect } from "vitest";
import type { Thing } from "./thing";

/** The report's zone, for scripts. */
export const ROUTE: Thing = {
  name: "route",
  places: [
    {
      file: "lib/http/routes.ts",
      after: "export const ROUTES = {",
      insert: `
  zone: {
    method: "get",
    path: "/api/zone",
    summary: "The zone that days and hours are meant in.",
    access: "session or token",
    reply: { status: 200, json: z.object({ timeZone: z.string() }) },
  },`,
    },
    {
      file: "app/api/zone/route.ts",
      create: `
import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";

export const { GET } = route(ROUTES.zone, async ({ runtime: { timeZone } }) => ({ timeZone }));
`,
    },
  ],
  script: `
    import { GET } from "@/app/api/zone/route";
    import { createAuth } from "@/lib/auth/auth";
    import { addPerson } from "@/lib/auth/people";
    import { makeToken } from "@/lib/auth/tokens";
    import { describeApi } from "@/lib/http/openapi";
    import { openDuckDb } from "@/lib/store/engine/duckdb";

    const appUrl = "http://localhost:3000";
    const store = await openDuckDb({ dataDir: null });
    const auth = createAuth({ db: store.db, secret: "s".repeat(32), appUrl });
    const runtime = { store, auth, appUrl, timeZone: "Asia/Kolkata", clock: { now: () => Date.now() } };
    Object.assign(globalThis, { callboardRuntime: Promise.resolve(runtime) });

    const person = { name: "A", email: "a@example.com", password: "a good password", role: "supervisor" as const };
    const { id } = await addPerson(auth, store.db, { person, now: Date.now() });
    const token = await makeToken(auth, id, { name: "A" });
    const ask = async (headers: Record<string, string>) => {
      const reply = await GET(new Request(\`\${appUrl}/api/zone\`, { headers }), { params: Promise.resolve({}) });
      return [reply.status, await reply.json()];
    };
    const described = describeApi(appUrl).paths["/api/zone"]?.get;
    export default {
      described: [described?.operationId, ...Object.keys(described?.responses ?? {})],
      known: await ask({ authorization: \`Bearer \${token}\` }),
      unknown: (await ask({}))[0],
    };`,
  sees: (found) =>
    expect(found).toEqual({
      described: ["getZone", "200", "401", "500", "503"],
      known: [200, { timeZone: "Asia/Kolkata" }],
      unknown: 401,
    }),
};
