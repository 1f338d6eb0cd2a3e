import type { TermGroup } from "@/lib/shared/glossary";
import { NOT_GIVEN } from "@/lib/shared/outcomes";

/** What METRICS and FACTS say besides the metrics themselves: rules that hold for all, and what cannot be known. */
export const TERM_GROUPS: readonly TermGroup[] = [
  {
    id: "entry-outcomes",
    title: "Outcomes of an entry",
    about: "Each entry in a queue has one: the first of these that holds.",
    isOrdered: true,
    terms: [
      { title: "Answered", text: "Its responding agent accepted." },
      { title: "Callback", text: "The customer opted for a callback, and nobody answered." },
      { title: "Transferred", text: "It is not the conversation’s last destination." },
      { title: "Abandoned", text: "The conversation’s own outcome is abandoned." },
      { title: "Unanswered", text: "Anything else." },
    ],
  },
  {
    id: "rules",
    title: "Rules that hold for all",
    about: "The same in every tile, chart, table, export and reply of the API.",
    terms: [
      {
        title: "When a thing counts",
        text: "Everything belongs to the instant at which its conversation started, so that parts add up to wholes.",
      },
      {
        title: "Range",
        text: "First and last day are local days in the report’s time zone, both included. Hours, days, weeks (from Monday) and months are local too; a day of 23 or 25 hours is one day.",
      },
      {
        title: "Missing is not zero",
        text: "An average runs over the records that carry the value, and how many they were is shown. Where nothing stands below the line of a rate it shows “–”, never 0.",
      },
      {
        title: "Negative durations",
        text: "Where the source’s times run backwards the duration counts as missing, and how many there were is shown.",
      },
      {
        title: "Rates",
        text: "A rate is made of summed parts, never of averaged averages: the rate of all queues is not the mean of the queues’ rates.",
      },
      {
        title: "Inbound",
        text: "Every conversation whose direction is not Outbound. A rate over inbound conversations counts inbound ones above the line too.",
      },
      {
        title: "Within a threshold",
        text: "At most so many seconds. An entry without a time of entry has no wait, so it is not within.",
      },
      {
        title: "Median and 90th percentile",
        text: "Half of the records, or nine of ten, lie at or below it; between two records it is interpolated linearly. Such a value is asked of the records themselves, never of other averages.",
      },
      {
        title: "Exclusions are visible",
        text: "What a metric leaves out stands in its entry here; how many records that were in a range stands in the panel’s definitions and in the API’s reply.",
      },
      {
        title: "Filters",
        text: "A queue, an agent or a tag selects conversations: those with at least one such entry, segment or tag. Numbers of entries and segments then count only those of that queue or agent.",
      },
      {
        title: "Shares",
        text: "A share is of the conversations that the filters leave. A conversation with several dispositions counts under each, so those shares can add up to more than 100 %.",
      },
      {
        title: "Comparisons",
        text: "Against the range before of equal length, the same range a week or a year earlier, or matched days of the week. Rates change by percentage points, all else by per cent.",
      },
      {
        title: NOT_GIVEN,
        text: "Where the source leaves a status, an event or a disposition empty it is shown, filtered and exported under this name.",
      },
    ],
  },
  {
    id: "cannot-tell",
    title: "What this source cannot tell",
    about: "Better said than guessed: these cannot be computed from what Kore.ai’s call details hold.",
    terms: [
      { title: "Occupancy", text: "The source does not say when an agent was signed in, ready or on a break." },
      {
        title: "Hold time and talk time",
        text: "The source’s interaction duration includes hold and does not separate it.",
      },
      {
        title: "The exact end of a session",
        text: "The source’s session end is loose: it can equal the acceptance, and can lie before the interaction’s end. Session durations are only as good as that.",
      },
      {
        title: "The queue in which a customer gave up",
        text: "Where an abandoned conversation has no destination, no queue can be named for it: it counts as abandoned, and in no queue.",
      },
      {
        title: "When a record changed",
        text: "Records carry no time of change. Recent days are read again, so that after-call work and dispositions that come later are seen.",
      },
    ],
  },
];
