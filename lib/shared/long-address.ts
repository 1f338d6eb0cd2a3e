/** What the server takes as an address for sure, beside the headers of any browser (Node's limit for both is 16 KB). */
export const LONGEST_ADDRESS = 8000;
const MOST_PARAMETERS = 400;

/**
 * In a form's body, the whole query string as one field: a browser changes the line ends of a form's values, but there
 * are none in a query string.
 */
export const WHOLE_SEARCH = "query";

/** An address of the API that is too long to be asked for by GET: its path, and what its POST's body holds. */
export interface LongAddress {
  path: string;
  search: string;
}

/** @returns null for an address that GET can ask for. */
export function splitLongAddress(address: string): LongAddress | null {
  const [path = "", search = ""] = address.split("?", 2);
  const isLong = address.length > LONGEST_ADDRESS || search.split("&", MOST_PARAMETERS + 1).length > MOST_PARAMETERS;
  return isLong && search !== "" ? { path, search } : null;
}
