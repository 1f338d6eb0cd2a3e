import { openStore, type Store } from "./engine";

/**
 * How the unit tests open an empty store: in memory. The integration tests put PostgreSQL in its place, and run the
 * same tests again.
 */
export const testEngine: { open(): Promise<Store> } = {
  open: () => openStore({ dataDir: null, memoryLimit: "256MB" }),
};

export const openTestStore = () => testEngine.open();
