import { readdirSync, readFileSync } from "node:fs";

const PARAMETERS: Record<string, string> = { "[dataset]": "summary", "[id]": "any-id" };
/** Before the sign-in, on the way to it, or for those who build. */
const OPEN_PAGES = /^(sign-in|set-up|\(dev\))\//;
/** Health, better-auth's own and the first run's, and the answer to every address that there is not. */
const OPEN_ROUTES = /^(health|auth|set-up|\[\.\.\.rest\])\//;

/** The address of every page behind the sign-in, read from the folders: a new page is looked at too. */
export function listPages(): string[] {
  return listFiles("app", "page.tsx")
    .filter((file) => !OPEN_PAGES.test(file))
    .map((file) => `/${addressOf(file)}`);
}

/** Every method and address of the API behind the sign-in. */
export function listRoutes(): { method: string; path: string }[] {
  return listFiles("app/api", "route.ts")
    .filter((file) => !OPEN_ROUTES.test(file))
    .flatMap((file) => methodsIn(file).map((method) => ({ method, path: `/api/${addressOf(file)}` })));
}

/** Every folder of the API with its methods, parameters in brackets. */
export function listRouteFiles(): { path: string; methods: string[] }[] {
  return listFiles("app/api", "route.ts").map((file) => ({
    path: `/api/${file.split("/").slice(0, -1).join("/")}`,
    methods: methodsIn(file),
  }));
}

function methodsIn(file: string): string[] {
  const source = readFileSync(`app/api/${file}`, "utf8");
  const found = source.matchAll(/export (?:const|async function|function) (\{[^}]*\}|\w+)/g);
  return [...found].flatMap(([, names = ""]) => names.match(/GET|POST|PUT|PATCH|DELETE/g) ?? []);
}

function listFiles(folder: string, name: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  return files.filter((file) => file.split("/").at(-1) === name);
}

/** `(app)/conversations/[id]/page.tsx` → `conversations/any-id` */
function addressOf(file: string): string {
  const folders = file.split("/").slice(0, -1);
  return folders
    .filter((folder) => !folder.startsWith("("))
    .map((folder) => PARAMETERS[folder] ?? folder)
    .join("/");
}
