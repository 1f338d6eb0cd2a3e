import { zipDatasets } from "@/app/_server/export";
import { streamExport } from "@/app/_server/question";
import { route } from "@/app/_server/route";
import { respondFile } from "@/lib/http/respond";
import { ROUTES } from "@/lib/http/routes";

export const { GET, POST } = route(ROUTES.export, async (asked) => {
  const { name, stream } = await streamExport(asked, () => zipDatasets(asked));
  return respondFile(stream, name, "application/zip");
});
