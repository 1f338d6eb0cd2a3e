import type { Metric } from "./define";
import { RECORDS, TAG_VALUES, TONE_LEVEL_AVERAGE } from "./measures";

/** Metrics that only the rows of some datasets carry: over all conversations they would say nothing. */
export const ROW_METRICS: readonly Metric[] = [
  {
    id: "values",
    label: "Values of a tag",
    unit: "count",
    definition: "Different values that the tag was given.",
    good: null,
    records: RECORDS.taggedConversations,
    measures: { values: TAG_VALUES },
  },
  {
    id: "toneLevelAverage",
    label: "Tone level, average",
    unit: "score",
    definition: "Average strength of the tone as the bot found it, from −3 to 3; below 0 the opposite of it.",
    good: null,
    records: RECORDS.tonedConversations,
    measures: { toneLevelAverage: TONE_LEVEL_AVERAGE },
  },
];
