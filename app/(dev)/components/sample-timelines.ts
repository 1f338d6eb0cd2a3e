import type { TimelineEvent, TimelineLane, TimelineMark } from "@/components/charts/timeline/timeline-model";
import { DAY_SECONDS } from "@/lib/shared/instants";

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
export const mailLanes: TimelineLane[] = [
  { label: "Session", bars: [bar(0, 4 * DAY_SECONDS, "session", "Session")] },
  {
    label: "Queue",
    bars: [
      bar(30, 7200, "waiting", "Störungsannahme Mobilfunk- und Festnetzanschlüsse für Geschäftskunden"),
      bar(3 * DAY_SECONDS, 3 * DAY_SECONDS + 3600, "waiting", "Billing"),
    ],
  },
  {
    label: "Agent",
    bars: [
      bar(7200, 7800, "interaction", "محمد عبد الرحمن"),
      bar(3 * DAY_SECONDS + 3600, 3 * DAY_SECONDS + 4800, "interaction", "Wei Zhang"),
    ],
  },
];
export const mailEvents: TimelineEvent[] = [
  { at: at(0), label: "Session started", tone: "neutral" },
  { at: at(7200), label: "Assigned to محمد عبد الرحمن", tone: "neutral" },
  { at: at(7205), label: "Accepted", tone: "good" },
  { at: at(3 * DAY_SECONDS + 3600), label: "Assigned to Wei Zhang", tone: "neutral" },
  { at: at(3 * DAY_SECONDS + 3605), label: "Accepted", tone: "good" },
];

export const marks: TimelineMark[] = [{ at: at(80), label: "User Hangup", tone: "bad" }];
