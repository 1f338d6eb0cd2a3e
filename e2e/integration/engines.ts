import { openStore, type Store } from "@/lib/store/engine";
import { startPostgres } from "./postgres";

/** An engine under test, and the way to open an empty store on it. */
export interface Engine {
  openStore(): Promise<Store>;
  close(): Promise<void>;
}

/** The engines that every number must be the same on. */
export const ENGINES = {
  DuckDB: async (): Promise<Engine> => ({ openStore: () => openStore({ dataDir: null }), close: async () => {} }),
  PostgreSQL: (): Promise<Engine> => startPostgres(),
};
