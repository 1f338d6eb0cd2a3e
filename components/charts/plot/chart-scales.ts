/**
 * The two scales that the charts use, for Recharts to find by their names: next.config gives it these in place of all
 * that d3 has, which brings calendars, colours and number formats along. As d3's, each is called with a value and
 * answers where it lies; `domain` and `range` are set where they are given something, and else answer what is set.
 */
function scaleOf<V>(placeBy: (domain: readonly V[], range: readonly number[]) => (value: V) => number | undefined) {
  let [domain, range]: [readonly V[], readonly number[]] = [[], [0, 1]];
  let place = placeBy(domain, range);
  const set = () => {
    place = placeBy(domain, range);
    return scale;
  };
  const scale = Object.assign((value: V) => place(value), {
    domain(next?: readonly V[]) {
      domain = next ?? domain;
      return next ? set() : domain;
    },
    range(next?: readonly number[]) {
      range = next ?? range;
      return next ? set() : range;
    },
  });
  return scale;
}

const lengthOf = ([start = 0, end = 1]: readonly number[]) => end - start;

/** Numbers between two ends. */
export function scaleLinear() {
  return scaleOf<number | null | undefined>(([least, most], range) => {
    const [from, to] = [least ?? 0, most ?? 1];
    const slope = lengthOf(range) / (to - from || 1);
    return (value) => (typeof value === "number" ? (range[0] ?? 0) + (value - from) * slope : undefined);
  });
}

/** Names side by side, each with as much room as the others; a name lies where its room begins. */
export function scaleBand() {
  let step = 0;
  const scale = scaleOf<unknown>((names, range) => {
    step = lengthOf(range) / Math.max(1, names.length);
    const places = new Map(names.map((name, index) => [name, (range[0] ?? 0) + index * step]));
    return (name) => places.get(name);
  });
  return Object.assign(scale, { bandwidth: () => step });
}
