import { PAGE_SIZE } from "@/lib/kore/windows";
import { countRequests, dailyBursts, oneBurst, pagesWithRows, startsOf } from "../integration/support/count-requests";
import { print } from "./print";

/** How many requests a first copy takes, against the full pages that it must take at the least. */
async function measure(name: string, starts: Float64Array, days: number): Promise<void> {
  const counted = await countRequests(starts, days);
  const { requests, full, wasted } = counted;
  const least = Math.ceil(starts.length / PAGE_SIZE);
  print(name, `${starts.length} rows, ${requests} requests, ${wasted} wasted on ${full} windows too full`);
  const ratios = [requests / least, requests / pagesWithRows(counted)].map((ratio) => ratio.toFixed(3));
  print("", `${ratios[0]} of the full pages, ${ratios[1]} of the pages that hold rows`);
}

for (const perDay of [20, 1_000, 10_000]) {
  await measure(`a year at ${perDay} conversations a day`, startsOf(perDay, 365), 365);
}
for (const place of [1, 2, 3, 4]) {
  await measure(`30 days at 250, a burst of 3,000, place ${place}`, startsOf(250, 30, oneBurst(30, place), place), 30);
}
await measure("the same, a burst at any time of each day", startsOf(250, 30, dailyBursts(30, 1, false), 1), 30);
await measure("the same, a burst at the same time each day", startsOf(250, 30, dailyBursts(30, 1, true), 1), 30);
