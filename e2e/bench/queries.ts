import { runDataset } from "@/lib/metrics/run";
import { DATASET_IDS } from "@/lib/shared/datasets";
import { localDayOf } from "@/lib/shared/range";
import { listConversations } from "@/lib/store/conversations/conversation-list";
import { openFilled, queryOf, TIME_ZONE } from "./filled";
import { EVERYTHING, overview } from "./overview";
import { inWords, print, time } from "./print";

const ROUNDS = 15;

/** How fast the store answers: Overview whole over spans of time, each dataset and the list over all that there is. */
const { store, from, now } = await openFilled();
const all = `from=${from}`;
for (const [name, search] of [
  ["the last seven days", ""],
  ["the last thirty days", `from=${localDayOf(now, TIME_ZONE).subtract({ days: 29 })}`],
  ["all of it", all],
  ["all of it, one channel", `${all}&channel=Voice`],
] as const) {
  print(`Overview, ${name}`, inWords(await time(ROUNDS, () => overview(store, queryOf(search)))));
}
for (const dataset of DATASET_IDS) {
  const run = () => runDataset(store.db, EVERYTHING, dataset, queryOf(all));
  print(`${dataset}, all of it`, inWords(await time(ROUNDS, run)));
}
const list = { ...queryOf(all), sort: "startedAt" as const, isDescending: true, limit: 100 };
print("conversations, first 100", inWords(await time(ROUNDS, () => listConversations(store.db, EVERYTHING, list))));
await store.close();
