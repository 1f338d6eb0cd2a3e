import type { Store, StoreOptions } from "./engine";
import { openStore } from "./open-store";

type TestOptions = Pick<StoreOptions, "queryTimeoutMs">;

/**
 * How the unit tests open an empty store: in memory. The integration tests put PostgreSQL in its place, and run the
 * same tests again.
 */
export const testEngine: { open(options?: TestOptions): Promise<Store> } = {
  open: (options) => openStore({ dataDir: null, memoryLimit: "256MB", ...options }),
};

export const openTestStore = (options?: TestOptions) => testEngine.open(options);
