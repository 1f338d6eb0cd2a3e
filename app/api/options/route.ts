import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";
import { readOptions } from "@/lib/store/filters/options";

export const { GET } = route(ROUTES.options, ({ runtime, session }) => readOptions(runtime.store.db, session.scope));
