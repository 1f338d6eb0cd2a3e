import { readExport, zipDatasets } from "@/app/_server/export";
import { guarded } from "@/app/_server/route";
import { respondFile } from "@/lib/http/respond";

/** One ZIP of several datasets. */
export const GET = guarded(async ({ search, session, runtime }) => {
  const { datasets, query } = readExport(runtime, search);
  const { name, zip } = await zipDatasets(runtime, session, datasets, query);
  return respondFile(zip, name, "application/zip");
});
