import { PAGE_SIZE } from "@/lib/kore/windows";
import { countRequests, yearOf } from "../integration/count-requests";
import { print } from "./print";

/** How many requests a first copy of a year takes, against the full pages that it must take at the least. */
for (const perDay of [20, 1_000, 10_000]) {
  const starts = yearOf(perDay);
  const { requests, full } = countRequests(starts, 365);
  const ratio = requests / Math.ceil(starts.length / PAGE_SIZE);
  print(
    `a year at ${perDay} conversations a day`,
    `${starts.length} rows, ${requests} requests, ${full} windows too full: ${ratio.toFixed(3)} of the full pages`,
  );
}
