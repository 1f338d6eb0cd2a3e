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

export const manyOptions = Array.from({ length: 3000 }, (_, index) => ({
  value: `q${index}`,
  label: ["Residential – Sales", "Billing", "Störungsannahme Mobilfunk & Festnetz"][index] ?? `Queue ${index}`,
}));
