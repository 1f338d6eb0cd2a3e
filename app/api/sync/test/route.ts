import { route } from "@/app/_server/route";
import { ROUTES } from "@/lib/http/routes";

export const { POST } = route(ROUTES.testConnection, ({ runtime }) => runtime.testConnection());
