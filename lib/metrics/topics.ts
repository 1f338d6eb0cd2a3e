import type { Topic } from "@/lib/shared/glossary";

/** The glossary's groups, in the order in which they are read; each metric names its own. */
export const TOPICS = [
  {
    id: "conversations",
    title: "Conversations",
    about: "How many there were, how long they took from end to end, and the tags and tones that they carry.",
  },
  {
    id: "outcomes",
    title: "Outcomes",
    about:
      "Each conversation has one outcome: of the first five below, in this order, the first that holds. The source’s own final status and disconnecting event stand beside it as they come.",
  },
  {
    id: "queues",
    title: "Queues",
    about:
      "What a queue was offered and what became of it. A conversation that comes to two queues is an entry in each.",
  },
  {
    id: "waits",
    title: "Waits",
    about: "How long customers waited: in the queue, for the agent to take it, for the first words.",
  },
  {
    id: "agents",
    title: "Agents",
    about: "What agents took and missed, and how long they were busy. A segment is one agent’s part in a conversation.",
  },
  {
    id: "callbacks",
    title: "Callbacks",
    about: "Customers who asked to be called back rather than wait, and whether it came to that.",
  },
  {
    id: "surveys",
    title: "Surveys",
    about: "What customers said afterwards, where the source’s records carry it.",
  },
] as const satisfies readonly Topic[];

export type TopicId = (typeof TOPICS)[number]["id"];
