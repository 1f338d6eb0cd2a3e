/** Time that runs `speed` times as fast from `at` on, which is the real instant `since`. */
export interface FastClock {
  at: number;
  since: number;
  speed: number;
}

export function createFastClock(first: FastClock) {
  let clock = first;
  return {
    now: () => Math.floor(clock.at + (Date.now() - clock.since) * clock.speed),
    speed: () => clock.speed,
    /** Goes on from another instant, or at another speed. */
    follow: (next: FastClock) => {
      clock = next;
    },
  };
}
