const MINUTE_MS = 60_000;

/** Admits so many requests in any sliding minute; a request that was turned away does not count. */
export function createRateLimit(requestsPerMinute: number): (...clocks: number[]) => boolean {
  let admitted: number[][] = [];
  return (...clocks) => {
    // A minute has passed when it has by any of the clocks: see the token's rule.
    admitted = admitted.filter((at) => clocks.every((now, index) => now - (at[index] ?? 0) < MINUTE_MS));
    if (admitted.length >= requestsPerMinute) return false;
    admitted.push(clocks);
    return true;
  };
}
