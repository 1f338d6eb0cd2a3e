import { afterAll, beforeAll } from "vitest";
import type { Store } from "@/lib/store/engine/engine";
import { openStore } from "@/lib/store/engine/open-store";
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

/** A store on an engine for all tests of a suite, filled before them and closed after. @returns the way to it. */
export function useStore(name: keyof typeof ENGINES, fill: (store: Store) => Promise<unknown>): () => Store {
  let engine: Engine | undefined;
  let store: Store | undefined;
  beforeAll(async () => {
    engine = await ENGINES[name]();
    store = await engine.openStore();
    await fill(store);
  });
  afterAll(async () => {
    await store?.close();
    await engine?.close();
  });
  return () => {
    if (!store) {
      throw new Error("The store is open only while the suite's tests run.");
    }
    return store;
  };
}
