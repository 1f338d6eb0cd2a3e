import {
  createSerializer,
  parseAsArrayOf,
  parseAsNativeArrayOf,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { COMPARISONS } from "./compare";
import { DATASETS, type DatasetId } from "./datasets";
import { FILTER_IDS, type Filters, forEachFilter } from "./filters";
import { INTERVALS } from "./intervals";
import { isTooLongForLink } from "./long-address";

const values = parseAsNativeArrayOf(parseAsString);

/** The state of every view, as it stands in the URL: one map for hook, server and links. */
export const viewParsers = {
  from: parseAsString,
  to: parseAsString,
  ...forEachFilter(() => values),
  interval: parseAsStringLiteral(INTERVALS),
  compare: parseAsStringLiteral(COMPARISONS),
  /** The metric on a page's main chart; in the list of conversations, that which counts them. */
  metric: parseAsString,
  /** The order of the list of conversations. */
  sort: parseAsString,
  /** What is sought in the list, and the columns that it shows. */
  search: parseAsString,
  columns: parseAsArrayOf(parseAsString),
  /** What is sought in a page's long table, and the tag whose values are shown, as `level/name`. */
  find: parseAsString,
  tagName: parseAsString,
  /** The id of the panel that fills the window. */
  panel: parseAsString,
};

export interface View extends Filters {
  from: string | null;
  to: string | null;
  interval?: string | null;
  compare?: string | null;
  metric?: string | null;
  sort?: string | null;
  search?: string | null;
  columns?: readonly string[] | null;
  find?: string | null;
  tagName?: string | null;
  panel?: string | null;
}

/**
 * The query string that stands for a view's range and filters, in one fixed order, so that it is also the key under
 * which server and browser keep its data.
 */
export function selectionSearch(view: View): string {
  const search = new URLSearchParams();
  for (const id of ["from", "to"] as const) {
    if (view[id]) {
      search.append(id, view[id]);
    }
  }
  for (const id of FILTER_IDS) {
    for (const value of view[id] ?? []) {
      search.append(id, value);
    }
  }
  return search.toString();
}

/** So many rows a page shows of those that can be as many as conversations; the CSV has all. */
export const MOST_ROWS = 500;

/**
 * The query string that a page asks a dataset with: what server and browser both keep it under. `figures`: the metrics
 * that the page shows of the summary, all of them where it names none.
 */
export function datasetSearch(dataset: DatasetId, view: View, figures: readonly string[] = []): string {
  const { axis, comparison, isLong } = DATASETS[dataset];
  return withParameters(selectionSearch(view), {
    interval: axis === "buckets" ? view.interval : null,
    // A key figure always says its change, by default against the previous period.
    compare: comparison && (view.compare ?? (comparison === "always" ? "previous" : null)),
    metrics: dataset === "summary" ? figures.join() : null,
    limit: isLong ? String(MOST_ROWS) : null,
  });
}

/** A search with more parameters at its end. */
export function withParameters(search: string, parameters: Record<string, string | null | undefined>): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(parameters)) {
    if (value) {
      next.set(name, value);
    }
  }
  return next.toString();
}

/** The address of one ZIP with these datasets for the view. */
export function exportHref(datasets: readonly DatasetId[], view: View): string {
  const search = new URLSearchParams(datasets.map((dataset) => ["dataset", dataset]));
  const selection = withParameters(selectionSearch(view), { interval: view.interval });
  return `/api/export?${search}${selection && `&${selection}`}`;
}

const serialize = createSerializer(viewParsers);

/** The address of a page that shows the same range, filters and comparison, changed by `patch`. */
export function hrefOf(path: string, view: View, patch: Partial<View> = {}): string {
  const { from, to, compare } = { ...view, ...patch };
  const { metric } = patch;
  const filters = Object.fromEntries(FILTER_IDS.map((id) => [id, [...(patch[id] ?? view[id] ?? [])]]));
  return serialize(path, { from, to, ...filters, metric, compare: COMPARISONS.find((each) => each === compare) });
}

/** The query string of the list that a view shows: its selection, what is sought in it, and its order. */
export function listSearch(view: View): string {
  return withParameters(selectionSearch(view), { search: view.search?.trim(), metric: view.metric, sort: view.sort });
}

/**
 * The address of the list, or of one of its conversations, with all that makes the list what it is. Where that is too
 * long for a link, a conversation is opened without its list.
 */
export function listHref(path: string, view: View): string {
  const columns = view.columns ? [...view.columns] : null;
  const href = serialize(hrefOf(path, view), { search: view.search, metric: view.metric, sort: view.sort, columns });
  return path !== LIST_PATH && isTooLongForLink(href) ? path : href;
}

const LIST_PATH = "/conversations";
