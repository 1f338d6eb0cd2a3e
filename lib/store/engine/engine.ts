import type { Kysely } from "kysely";
import type { Database } from "@/lib/store/schema/schema";
import type { Lease } from "@/lib/store/sync/lease";

/** The open store. `insertRows` is the one way in for bulk rows, since the engines spell it differently. */
export interface Store {
  db: Kysely<Database>;
  insertRows<T extends keyof Database>(db: Kysely<Database>, table: T, rows: readonly Database[T][]): Promise<void>;
  /**
   * The last step of every transaction of the sync: throws where another instance is the leader by now, so that nothing
   * is committed. Only a store that was fenced with a token of its lease checks anything.
   */
  confirm(transaction: Kysely<Database>): Promise<void>;
  /** The right to copy, where several instances share the store; null where this process has it for itself. */
  lease: Lease | null;
  /** What the engine caches in this process; null where a server does. */
  cache: EngineCache | null;
  /** Whether the store answers, over a connection that no query can block. @throws where it does not. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What the engine holds in memory, and how to reduce it. */
export interface EngineCache {
  heldBytes(): Promise<number>;
  /** Frees the least recently used beyond so many bytes, unless a query is running. */
  keepWithin(bytes: number): Promise<void>;
  /** Writes to the file what commits have left in memory, where that is much and no query is running. */
  writeBack(): Promise<void>;
}

export interface StoreOptions {
  /** Folder of the embedded file; null keeps the store in memory, for tests. */
  dataDir: string | null;
  /** PostgreSQL in place of the embedded file. */
  databaseUrl?: string | undefined;
  /** How long a person's query may take, in milliseconds. */
  queryTimeoutMs?: number;
  memoryLimit?: string;
  threads?: number;
}
