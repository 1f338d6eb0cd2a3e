/**
 * The version of the rules by which records become rows (lib/sync/normalize). It goes up when they change: stored
 * records of an older version are then read again, and a record that comes again is written again.
 */
export const RULES_VERSION = 2;
