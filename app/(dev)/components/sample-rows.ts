import type { TimelineEvent, TimelineLane, TimelineMark } from "@/components/charts/timeline-model";
import type { Row } from "@/lib/shared/contract";

const DAYS = ["16", "17", "18", "19", "20", "21", "22"].map((day) => `2026-11-${day}`);

const COUNTS = [
  [1010, 760, 140, 62, 0],
  [1080, 790, 150, 70, 0],
  [1120, 800, 146, 66, 0],
  [1060, 770, 190, 88, 0],
  [980, 742, 176, 80, 0],
  [520, 430, 84, 36, 0],
  [330, 268, 62, 26, 8],
];

function volumeRow(
  bucket: string,
  [answered = 0, contained = 0, abandoned = 0, unanswered = 0, open = 0]: number[],
): Row {
  const conversations = answered + contained + abandoned + unanswered + open;
  return { bucket, conversations, answered, contained, abandoned, unanswered, open };
}

export const volume: Row[] = DAYS.map((bucket, index) => volumeRow(bucket, COUNTS[index] ?? []));

export const volumeBefore: Row[] = [1910, 1985, 2040, 2010, 1900, 1090, 1020].map((conversations, index) => ({
  bucket: `2026-11-${String(9 + index).padStart(2, "0")}`,
  conversations,
}));

/** Seven days of half hours' worth of buckets: many bars, as a wide range has. */
export const volumeHours: Row[] = Array.from({ length: 384 }, (_, index) => {
  const instant = new Date(Date.UTC(2026, 10, 1) + index * 3_600_000).toISOString();
  const size = Math.round(60 * Math.exp(-(((index % 24) - 11) ** 2) / 18) * (1 + (index % 7) / 9));
  return volumeRow(instant.slice(0, 16), [
    size,
    Math.round(size * 0.7),
    Math.round(size * 0.12),
    Math.round(size * 0.05),
  ]);
});

export const statuses = [
  ["CLOSED", 7104],
  ["BotResolved", 4560],
  ["USER ABANDONED", 948],
  ["Dropped", 172],
  ["TRANSIENT_OPEN_WAITING_FOR_AGENT_RESPONSE", 48],
  ["TERMINATED", 14],
].map(([label, value]) => ({
  key: String(label),
  label: String(label),
  value: Number(value),
  share: Number(value) / 12_846,
}));

const EVENTS = ["User Hangup", "Bot Hangup", "Agent Closed", "System Hangup"];
const PAIRS: [string, number[]][] = [
  ["CLOSED", [3904, 204, 2972, 24]],
  ["BotResolved", [402, 3829, 0, 210]],
  ["USER ABANDONED", [904, 0, 0, 44]],
  ["Dropped", [0, 0, 0, 34]],
  ["TERMINATED", [1, 2, 8, 3]],
];
export const cells = PAIRS.flatMap(([row, values]) =>
  values.map((value, index) => ({ row, column: EVENTS[index] ?? "", value })),
);

const AGENTS: [string, number, number | null, number][] = [
  ["Priya Raman", 402, 38, 820],
  ["Tomás Ortega", 371, 52, 760],
  ["Wei Zhang", 344, 31, 690],
  ["Anna Schmidt", 338, 90, 905],
  ["James O’Neill-Featherstonehaugh", 322, null, 610],
  ["فاطمة السيد", 298, 28, 566],
  ["Lukas Brandt", 251, 35, 520],
];
export const agents = AGENTS.map(([name, interaction, afterCallWork, p90]) => ({
  id: name,
  name,
  interaction,
  afterCallWork,
  total: interaction + (afterCallWork ?? 0),
  p90,
}));

const CALLBACKS = [
  [84, 62, 320],
  [92, 70, 290],
  [88, 66, 310],
  [120, 78, 520],
  [104, 71, 470],
  [38, 30, 260],
  [22, 11, 240],
];
export const callbacks: Row[] = CALLBACKS.map(([asked = 0, accepted = 0, wait = 0], index) => ({
  bucket: DAYS[index] ?? "",
  callbacksOpted: asked,
  callbacksAccepted: accepted,
  callbackWaitSecondsMedian: wait,
}));

export const durations: Row[] = DAYS.map((bucket, index) => ({
  bucket,
  interactionSecondsAverage: index === 3 ? null : 300 + 40 * Math.sin(index),
  afterCallWorkSecondsAverage: 30 + 8 * Math.cos(index),
  handleSecondsAverage: index === 3 ? null : 332 + 44 * Math.sin(index),
  firstResponseSecondsAverage: 18 + index,
}));

export const queues: Row[] = [
  {
    queueId: "1",
    queueName: "Residential – Sales",
    offered: 2140,
    serviceLevel: 0.612,
    queueAbandonRate: 0.114,
    waitSecondsAverage: 72,
  },
  {
    queueId: "2",
    queueName: "Billing",
    offered: 1822,
    serviceLevel: 0.799,
    queueAbandonRate: 0.061,
    waitSecondsAverage: 38,
  },
  {
    queueId: "3",
    queueName: "Störungsannahme Mobilfunk & Festnetz",
    offered: 1204,
    serviceLevel: 0.71,
    queueAbandonRate: 0.088,
    waitSecondsAverage: 58,
  },
  {
    queueId: "4",
    queueName: "دعم العملاء",
    offered: 640,
    serviceLevel: 0.841,
    queueAbandonRate: 0.044,
    waitSecondsAverage: 26,
  },
  {
    queueId: "5",
    queueName: "Not asked yet",
    offered: 0,
    serviceLevel: null,
    queueAbandonRate: null,
    waitSecondsAverage: null,
  },
];

const at = (seconds: number) => new Date(Date.UTC(2025, 9, 1, 2, 10, 36) + seconds * 1000).toISOString();
const bar = (from: number, to: number, kind: TimelineLane["bars"][number]["kind"], label: string) => ({
  startAt: at(from),
  endAt: at(to),
  kind,
  label,
});
export const lanes: TimelineLane[] = [
  { label: "Session", bars: [bar(0, 80, "session", "Session 1m 20s")] },
  { label: "Bot", bars: [bar(0, 0.4, "bot", "Bot 0.4s")] },
  {
    label: "Queue",
    bars: [bar(0, 47, "waiting", "Default Queue · 47s to acceptance")],
    marks: [{ at: at(21), label: "Callback asked for", tone: "neutral" }],
  },
  { label: "Callback", bars: [bar(21.78, 48.59, "callback", "26.8s")] },
  {
    label: "Agent",
    bars: [
      bar(10, 22, "missed", "Ann, missed"),
      bar(22, 47, "ringing", "Assigned, ringing 25s"),
      bar(47, 83, "interaction", "John Doe · 36s"),
      bar(83, 88, "after-call-work", "ACW 4s"),
    ],
  },
];
export const events: TimelineEvent[] = [
  { at: at(0), label: "Session started", tone: "neutral" },
  { at: at(0.4), label: "Entered Default Queue", tone: "neutral" },
  { at: at(10), label: "Ann did not respond", aside: "after 10s", tone: "bad" },
  { at: at(21.78), label: "Callback asked for", aside: "after 21s", tone: "neutral" },
  { at: at(22), label: "Assigned to John Doe", aside: "after 22s", tone: "neutral" },
  { at: at(47), label: "Accepted, first response", aside: "pick-up 25s", tone: "good" },
  { at: at(48.59), label: "Customer accepted the callback", aside: "callback wait 26.8s", tone: "neutral" },
  { at: at(80), label: "User Hangup", tone: "bad" },
  { at: at(83), label: "Interaction ended", aside: "36s", tone: "neutral" },
];

/** A mail that lay for days between two short answers: its silences are broken. */
const DAY = 86_400;
export const mailLanes: TimelineLane[] = [
  { label: "Session", bars: [bar(0, 4 * DAY, "session", "Session")] },
  {
    label: "Queue",
    bars: [
      bar(30, 7200, "waiting", "Störungsannahme Mobilfunk- und Festnetzanschlüsse für Geschäftskunden"),
      bar(3 * DAY, 3 * DAY + 3600, "waiting", "Billing"),
    ],
  },
  {
    label: "Agent",
    bars: [
      bar(7200, 7800, "interaction", "محمد عبد الرحمن"),
      bar(3 * DAY + 3600, 3 * DAY + 4800, "interaction", "Wei Zhang"),
    ],
  },
];
export const mailEvents: TimelineEvent[] = [
  { at: at(0), label: "Session started", tone: "neutral" },
  { at: at(7200), label: "Assigned to محمد عبد الرحمن", tone: "neutral" },
  { at: at(7205), label: "Accepted", tone: "good" },
  { at: at(3 * DAY + 3600), label: "Assigned to Wei Zhang", tone: "neutral" },
  { at: at(3 * DAY + 3605), label: "Accepted", tone: "good" },
];

export const marks: TimelineMark[] = [{ at: at(80), label: "User Hangup", tone: "bad" }];

export const manyOptions = Array.from({ length: 3000 }, (_, index) => ({
  value: `q${index}`,
  label: ["Residential – Sales", "Billing", "Störungsannahme Mobilfunk & Festnetz"][index] ?? `Queue ${index}`,
}));

/** A week of hours: busy on weekday mornings, nearly nothing at night, and hours without any. */
export const heat: Row[] = Array.from({ length: 168 }, (_, index) => {
  const [weekday, hour] = [Math.floor(index / 24) + 1, index % 24];
  const day = weekday > 5 ? 0.35 : 1;
  const conversations = hour < 6 ? 0 : Math.round(day * 240 * Math.sin(((hour - 5) / 19) * Math.PI) ** 2);
  return { weekday, hour, conversations, serviceLevel: conversations === 0 ? null : 0.95 - conversations / 600 };
});
export const heatNone: Row[] = heat.map((row) => ({ ...row, conversations: 0, serviceLevel: null }));
export const heatOne: Row[] = heatNone.map((row) =>
  row.weekday === 3 && row.hour === 14 ? { ...row, conversations: 1 } : row,
);

export const flow = [
  { step: 1, source: "Voice", target: "Bot", conversations: 4200 },
  { step: 1, source: "Voice", target: "Residential – Sales", conversations: 2100 },
  { step: 1, source: "Voice", target: "Störungsannahme Mobilfunk & Festnetz", conversations: 1204 },
  { step: 1, source: "Chat", target: "Bot", conversations: 1800 },
  { step: 1, source: "Chat", target: "دعم العملاء", conversations: 640 },
  { step: 1, source: "System Mail", target: "Residential – Sales", conversations: 310 },
  { step: 2, source: "Bot", target: "contained", conversations: 5100 },
  { step: 2, source: "Bot", target: "abandoned", conversations: 900 },
  { step: 2, source: "Residential – Sales", target: "answered", conversations: 2000 },
  { step: 2, source: "Residential – Sales", target: "abandoned", conversations: 350 },
  { step: 2, source: "Residential – Sales", target: "unanswered", conversations: 60 },
  { step: 2, source: "Störungsannahme Mobilfunk & Festnetz", target: "answered", conversations: 1100 },
  { step: 2, source: "Störungsannahme Mobilfunk & Festnetz", target: "open", conversations: 104 },
  { step: 2, source: "دعم العملاء", target: "answered", conversations: 640 },
  { step: 3, source: "contained", target: "Bot Hangup", conversations: 5100 },
  { step: 3, source: "answered", target: "Agent Closed", conversations: 2300 },
  { step: 3, source: "answered", target: "User Hangup", conversations: 1440 },
  { step: 3, source: "abandoned", target: "User Hangup", conversations: 1250 },
  { step: 3, source: "unanswered", target: "Not given", conversations: 60 },
  { step: 3, source: "open", target: "Not given", conversations: 104 },
];
/** Sixty queues: the smallest are folded together. */
export const flowMany = Array.from({ length: 60 }, (_, index) => [
  { step: 1, source: "Voice", target: `Queue ${index + 1}`, conversations: 400 - 6 * index },
  {
    step: 2,
    source: `Queue ${index + 1}`,
    target: index % 7 ? "answered" : "abandoned",
    conversations: 400 - 6 * index,
  },
  {
    step: 3,
    source: index % 7 ? "answered" : "abandoned",
    target: index % 3 ? "User Hangup" : "Agent Closed",
    conversations: 400 - 6 * index,
  },
]).flat();
