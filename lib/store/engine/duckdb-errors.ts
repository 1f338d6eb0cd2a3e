import { CallboardError } from "@/lib/shared/errors";
import { type StoreFault, StoreStartError } from "./start-error";

/**
 * DuckDB's errors have no codes: these are its own words (1.5), with those of the system's calls, and Node's codes. The
 * first that fits counts. At the start its message names the file, and whoever reads it mends it there.
 */
const FAULTS: readonly { fault: StoreFault; words: RegExp; atStart: string; whileRunning: string }[] = [
  {
    fault: "in_use",
    words: /Could not set lock on file|Conflicting lock/,
    atStart: "Another process has the store in DATA_DIR open: stop it, or set another DATA_DIR.",
    whileRunning: "Another process has the store open.",
  },
  {
    fault: "disk_full",
    words: /No space left on device|ENOSPC|EDQUOT|Disk quota exceeded|max_temp_directory_size/,
    atStart: "The disk of DATA_DIR is full: make room on it.",
    whileRunning: "The store’s disk is full: make room on it. Callboard goes on by itself then.",
  },
  {
    fault: "not_writable",
    words: /ENOTDIR|EEXIST|Not a directory/,
    atStart: "DATA_DIR cannot be written: it is a file, or lies below one. Set a folder.",
    whileRunning: "The folder of the store is gone: check DATA_DIR.",
  },
  {
    fault: "not_writable",
    words: /Permission denied|Read-only file system|EACCES|EPERM|EROFS|Is a directory/,
    atStart:
      "DATA_DIR, or the store in it, cannot be written by the user that Callboard runs as: change its owner or rights.",
    whileRunning: "The store can no longer be written: check the rights and the disk of DATA_DIR.",
  },
  {
    fault: "other_version",
    words: /with version number|newer version of DuckDB|storage version/i,
    atStart:
      "The store in DATA_DIR was written by another version of the engine: start the version of Callboard that wrote it, or set another DATA_DIR.",
    whileRunning: "The store was written by another version of the engine.",
  },
  {
    fault: "corrupt",
    words:
      /not a valid DuckDB database|Corrupt database file|Could not read enough bytes|database has been invalidated/i,
    atStart:
      "The store in DATA_DIR is damaged (callboard.duckdb): put a backup in its place, or move it away and Callboard copies everything anew.",
    whileRunning: "The store is damaged or was closed after a fault: restart Callboard, which says what is wrong.",
  },
];

/** Kinds of DuckDB's errors that are about the store; others may quote what somebody wrote. */
const OF_THE_STORE = /^(IO|FATAL|INTERNAL|TransactionContext|Serialization) Error/i;

/** The system's codes and DuckDB's messages of an error and its causes. */
function wordsOf(error: unknown): string[] {
  if (!(error instanceof Error)) {
    return [];
  }
  const words = "code" in error ? [String(error.code)] : OF_THE_STORE.test(error.message) ? [error.message] : [];
  return [...words, ...wordsOf(error.cause)];
}

function faultOf(error: unknown) {
  const words = wordsOf(error);
  return FAULTS.find((fault) => words.some((text) => fault.words.test(text)));
}

/** What ran into the engine's limit of memory as `result_too_large`; anything else as it is. */
export function toQuestionError(error: unknown): unknown {
  return error instanceof Error && error.message.startsWith("Out of Memory Error")
    ? new CallboardError(
        "result_too_large",
        "The answer needs more memory than the store may use: choose a shorter range or more filters.",
      )
    : error;
}

/** What is the store's fault as `store_unavailable`, with a sentence for people; anything else as it is. */
export function toStoreError(error: unknown): unknown {
  const fault = faultOf(error);
  return fault ? new CallboardError("store_unavailable", fault.whileRunning) : error;
}

/** Why the embedded store cannot be opened, in words. */
export function startError(error: unknown): unknown {
  const fault = faultOf(error);
  return fault ? new StoreStartError(fault.fault, fault.atStart) : error;
}
