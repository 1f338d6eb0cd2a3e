function mix(state: number, value: number): number {
  let h = Math.imul(state ^ value, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * A deterministic source of chance (sfc32). The same parts always give the same draws, so that anything made from
 * `new Random(seed, slot, index)` can be made again at any time, without memory.
 */
export class Random {
  #a = 0x9e3779b9;
  #b = 0x243f6a88;
  #c = 0xb7e15162;
  #d = 1;

  constructor(...parts: number[]) {
    for (const part of parts) {
      // Both halves count, so that a millisecond clock makes as good a seed as a small number.
      for (const half of [part >>> 0, Math.floor(part / 2 ** 32) >>> 0]) {
        this.#a = mix(this.#a, half);
        this.#b = mix(this.#b, half + this.#a);
        this.#c = mix(this.#c, half ^ this.#b);
      }
    }
    for (let round = 0; round < 8; round++) this.uint();
  }

  /** A whole number in [0, 2^32). */
  uint(): number {
    const sum = (this.#a + this.#b + this.#d) >>> 0;
    this.#d = (this.#d + 1) >>> 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) >>> 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) >>> 0;
    return sum;
  }

  /** A number in [0, 1). */
  unit(): number {
    return this.uint() / 2 ** 32;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.unit() * (high - low + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.unit() * items.length)];
    if (item === undefined) throw new Error("Nothing to pick from");
    return item;
  }

  /** One of the choices, each with its weight. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T {
    let total = 0;
    for (const [, weight] of choices) total += weight;
    let left = this.unit() * total;
    for (const [choice, weight] of choices) {
      left -= weight;
      if (left < 0) return choice;
    }
    throw new Error("Nothing to choose from");
  }

  /** A log-normal draw, the shape of handling times and waits. */
  lognormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** A standard normal draw (Box-Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  /** A Poisson draw; beyond a mean of 40 the rounded normal is as good and much faster. */
  poisson(mean: number): number {
    if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * this.normal()));
    const floor = Math.exp(-mean);
    let product = this.unit();
    let count = 0;
    while (product > floor) {
      product *= this.unit();
      count++;
    }
    return count;
  }

  /** So many hexadecimal digits. */
  hex(digits: number): string {
    let text = "";
    while (text.length < digits) text += this.uint().toString(16).padStart(8, "0");
    return text.slice(0, digits);
  }

  /** A guid in the vendor's two spellings: queues and conversations have seven digits in the first group. */
  guid(firstGroup: 7 | 8 = 8): string {
    const hex = this.hex(31);
    return `${hex.slice(0, firstGroup)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
  }
}
