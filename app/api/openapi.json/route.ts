import { route } from "@/app/_server/route";
import { describeApi } from "@/lib/http/openapi";
import { ROUTES } from "@/lib/http/routes";

export const { GET } = route(ROUTES.description, async ({ runtime }) => ({ ...describeApi(runtime.appUrl) }));
