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

/** A page has no body to be asked with: longer, its address can be neither reloaded nor shared. */
const LONGEST_PAGE_ADDRESS = 12_000;

/** Whether a page's address, or its query string, is too long for a link. */
export function isTooLongForLink(address: string): boolean {
  return address.length > LONGEST_PAGE_ADDRESS || hasTooManyParameters(address);
}

const hasTooManyParameters = (search: string) => search.split("&", MOST_PARAMETERS + 1).length > MOST_PARAMETERS;

/** @returns null for an address that GET can ask for. */
export function splitLongAddress(address: string): LongAddress | null {
  const [path = "", search = ""] = address.split("?", 2);
  const isLong = address.length > LONGEST_ADDRESS || hasTooManyParameters(search);
  return isLong && search !== "" ? { path, search } : null;
}
