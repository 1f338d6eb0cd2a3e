/** Answers remembered at most: those that open pages ask for. */
const MOST = 500;

/** Remembers what was read until `forget` says that it has changed. Askers of one key share one reading. */
export function remember<Key, Value>(read: (key: Key) => Promise<Value>) {
  let known = new Map<string, Promise<Value>>();
  return {
    of(key: Key): Promise<Value> {
      const name = JSON.stringify(key) ?? "";
      const held = known.get(name);
      if (held) {
        return held;
      }
      if (known.size >= MOST) {
        known = new Map();
      }
      const reading = read(key);
      const heldBy = known;
      heldBy.set(name, reading);
      // What failed is asked for again.
      reading.catch(() => heldBy.delete(name));
      return reading;
    },
    forget(): void {
      known = new Map();
    },
  };
}
