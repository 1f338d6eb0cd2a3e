/** What is sought in the list: a part of a text, in any case. */
export const LONGEST_SEARCH = 200;
