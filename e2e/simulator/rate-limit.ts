const MINUTE_MS = 60_000;
/** So many admissions that are over may lie at the front before they are thrown away. */
const SLACK = 10_000;

/** Admits so many requests in any sliding minute; a request that was turned away does not count. */
export function createRateLimit(requestsPerMinute: number): (...clocks: number[]) => boolean {
  let admitted: number[][] = [];
  let over = 0;
  return (...clocks) => {
    // A minute has passed when it has by any of the clocks: see the token's rule.
    const isOver = (at: number[]) => clocks.some((now, index) => now - (at[index] ?? 0) >= MINUTE_MS);
    for (let first = admitted[over]; first && isOver(first); first = admitted[over]) over++;
    if (over > SLACK) {
      admitted = admitted.slice(over);
      over = 0;
    }
    if (admitted.length - over >= requestsPerMinute) return false;
    admitted.push(clocks);
    return true;
  };
}
