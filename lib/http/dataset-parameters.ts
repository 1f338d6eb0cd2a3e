import { z } from "zod";
import { DATASET_IDS, type DatasetId } from "@/lib/shared/datasets";
import { CallboardError, rejectParameter } from "@/lib/shared/errors";
import { type MetricQuery, metricParameters, parseMetricQuery, type QueryContext } from "@/lib/shared/query";

/** @throws CallboardError `unknown_dataset`, naming those that there are. */
export function datasetOf(name: string): DatasetId {
  const found = DATASET_IDS.find((id) => id === name);
  if (!found) {
    throw new CallboardError(
      "unknown_dataset",
      `There is no dataset “${name.slice(0, 60)}”. There are: ${DATASET_IDS.join(", ")}.`,
    );
  }
  return found;
}

/** A dataset's name in a path. Parsing throws the error of {@link datasetOf}. */
export const datasetName = z.enum(DATASET_IDS, { error: ({ input }) => datasetOf(String(input)) });

/** Parameters of a dataset that mean nothing for whole files. */
const OF_ONE_DATASET = { format: true, find: true, limit: true, metrics: true } as const;

/** The parameters of `GET /api/export`. */
export const exportParameters = metricParameters
  .omit(OF_ONE_DATASET)
  .extend({ dataset: z.array(z.enum(DATASET_IDS)).min(1) });

export interface ExportQuery extends MetricQuery {
  datasets: readonly DatasetId[];
}

/** @throws CallboardError `unknown_dataset`; `invalid_parameter` where there is none, or a parameter is wrong. */
export function parseExportQuery(search: URLSearchParams, context: QueryContext): ExportQuery {
  const datasets = new Set(search.getAll("dataset").map(datasetOf));
  if (datasets.size === 0) {
    rejectParameter("dataset", "“dataset” must name at least one dataset, and may be given again for each of them.");
  }
  const rest = new URLSearchParams(search);
  rest.delete("dataset");
  const stray = Object.keys(OF_ONE_DATASET).find((name) => rest.has(name));
  if (stray) {
    rejectParameter(stray, `“${stray}” has no meaning here: the export is a ZIP of whole CSV files.`);
  }
  return { ...parseMetricQuery(rest, context), datasets: [...datasets] };
}
