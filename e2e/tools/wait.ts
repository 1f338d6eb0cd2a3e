import { setTimeout as sleep } from "node:timers/promises";

/**
 * Asks again and again until `check` gives something; a check that throws counts as "not yet".
 * Throws once `seconds` have passed, with what the last check said.
 */
export async function waitFor<T>(
  what: string,
  seconds: number,
  check: () => Promise<T | undefined>,
  pauseSeconds = 0.25,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  let last = "";
  while (performance.now() < deadline) {
    try {
      const found = await check();
      if (found !== undefined) return found;
      last = "";
    } catch (error) {
      last = `: ${error instanceof Error ? error.message : String(error)}`;
    }
    await sleep(pauseSeconds * 1000);
  }
  throw new Error(`Waited ${seconds} s for ${what} in vain${last}`);
}
