import type { Entry } from "./conversation";
import type { OracleRow } from "./query";

const BANDS = ["0-5", "5-10", "10-20", "20-30", "30-60", "60-120", "120-300", "300-600", "600-"];

/** Over the first number of seconds and at most the second; a wait of nothing is of the first band. */
export function isInBand(entry: Entry, band: string): boolean {
  if (!entry.isInbound || entry.callback !== null) return false;
  const wait =
    entry.outcome === "answered" ? entry.waitSeconds : entry.outcome === "abandoned" ? entry.abandonSeconds : null;
  const [over = "", atMost = ""] = band.split("-");
  if (wait === null) return false;
  const isOver = over === "0" ? wait >= 0 : wait > Number(over);
  return isOver && (atMost === "" || wait <= Number(atMost));
}

/** One row for each band, also where nobody waited so long. */
export function countWaits(entries: readonly Entry[]): OracleRow[] {
  return BANDS.map((band) => {
    const inBand = entries.filter((entry) => isInBand(entry, band));
    const [over = "", atMost = ""] = band.split("-");
    return {
      wait: band,
      fromSeconds: Number(over),
      toSeconds: atMost === "" ? null : Number(atMost),
      offeredAnswered: inBand.filter(({ outcome }) => outcome === "answered").length,
      offeredAbandoned: inBand.filter(({ outcome }) => outcome === "abandoned").length,
    };
  });
}
