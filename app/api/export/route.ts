import { readExport, zipDatasets } from "@/app/_server/export";
import { askedByBoth } from "@/app/_server/parameters";
import { streamExport } from "@/app/_server/question";
import { respondFile } from "@/lib/http/respond";

/** One ZIP of several datasets. */
export const { GET, POST } = askedByBoth(async (asked) => {
  const { search, session, runtime, leaveTurn } = asked;
  const { datasets, query } = readExport(runtime, search);
  leaveTurn();
  const { name, stream } = await streamExport(asked, () => zipDatasets(runtime, session, datasets, query));
  return respondFile(stream, name, "application/zip");
});
