import { readExport, zipDatasets } from "@/app/_server/export";
import { askedByBoth } from "@/app/_server/parameters";
import { respondFile } from "@/lib/http/respond";

/** One ZIP of several datasets. */
export const { GET, POST } = askedByBoth(async ({ search, session, runtime }) => {
  const { datasets, query } = readExport(runtime, search);
  const { name, zip } = await zipDatasets(runtime, session, datasets, query);
  return respondFile(zip, name, "application/zip");
});
