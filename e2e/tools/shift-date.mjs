/**
 * Moves this process's, or this page's, clock by so many milliseconds; it goes on as before, and timers are left alone.
 * It must not reach for anything outside itself: a page gets its text alone.
 * @param {number} milliseconds
 */
export function shiftDate(milliseconds) {
  const System = Date;
  const now = () => System.now() + milliseconds;
  globalThis.Date = new Proxy(System, {
    construct: (_, given, target) => Reflect.construct(System, given.length > 0 ? given : [now()], target),
    apply: () => new System(now()).toString(),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}
