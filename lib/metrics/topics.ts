import type { Topic } from "@/lib/shared/glossary";

/** The glossary's groups: which metrics and durations each explains, in the order in which they are read. */
export const TOPICS: readonly (Topic & { entries: readonly string[] })[] = [
  {
    id: "conversations",
    title: "Conversations",
    about: "How many there were, how long they took from end to end, and the tags and tones that they carry.",
    entries: ["conversations", "durationSeconds", "values", "toneLevelAverage"],
  },
  {
    id: "outcomes",
    title: "Outcomes",
    about:
      "Each conversation has one outcome: of the first five below, in this order, the first that holds. The source’s own final status and disconnecting event stand beside it as they come.",
    entries: [
      "answered",
      "open",
      "contained",
      "abandoned",
      "unanswered",
      "containmentRate",
      "conversationAbandonRate",
      "botHangups",
    ],
  },
  {
    id: "queues",
    title: "Queues",
    about:
      "What a queue was offered and what became of it. A conversation that comes to two queues is an entry in each.",
    entries: ["offered", "offeredAnswered", "offeredAbandoned", "serviceLevel", "notInTime", "queueAbandonRate"],
  },
  {
    id: "waits",
    title: "Waits",
    about: "How long customers waited: in the queue, for the agent to take it, for the first words.",
    entries: ["waitSeconds", "pickupSeconds", "firstResponseSeconds"],
  },
  {
    id: "agents",
    title: "Agents",
    about: "What agents took and missed, and how long they were busy. A segment is one agent’s part in a conversation.",
    entries: [
      "segmentsAnswered",
      "missed",
      "responseRate",
      "interactionSeconds",
      "afterCallWorkSeconds",
      "handleSeconds",
    ],
  },
  {
    id: "callbacks",
    title: "Callbacks",
    about: "Customers who asked to be called back rather than wait, and whether it came to that.",
    entries: [
      "callbacksOpted",
      "callbackOptRate",
      "callbacksAccepted",
      "callbackAcceptRate",
      "callbackWaitSeconds",
      "callbacksOutstanding",
    ],
  },
  {
    id: "surveys",
    title: "Surveys",
    about: "What customers said afterwards, where the source’s records carry it.",
    entries: ["csatAverage", "npsScore", "likeRate"],
  },
];
