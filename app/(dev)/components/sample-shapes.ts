import type { Row } from "@/lib/shared/contract";

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
