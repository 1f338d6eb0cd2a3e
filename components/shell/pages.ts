import {
  BookOpen,
  Bot,
  ChartColumn,
  Headset,
  ListOrdered,
  type LucideIcon,
  MessageSquare,
  PhoneCall,
  Settings,
  Tags,
} from "lucide-react";
import type { DatasetId } from "@/lib/shared/datasets";
import { TILE_METRICS } from "@/lib/shared/tile-metrics";

export interface Page {
  path: string;
  title: string;
  /** The page's own heading, where it is longer than its name in the menu. */
  heading?: string;
  icon: LucideIcon;
  /** Pressed after `g`, opens the page. */
  key: string;
  /** Whether the page shows a range of time, which the keys for ranges then change. */
  hasRange: boolean;
  /** Whether it stands in the bar of a phone, or behind “More”. */
  isFrequent?: boolean;
  /** Whether kiosk mode can show it. */
  isForKiosk?: boolean;
  /** The datasets of its panels: what the server prefetches, what the page's ZIP holds, where the glossary links to. */
  datasets?: readonly DatasetId[];
  /** The metrics of the summary that it shows. */
  figures?: readonly string[];
}

/**
 * Every page, in the order of the menu. Menu, titles, keys, command menu, kiosk mode, prefetch, ZIP, glossary and the
 * tests' list of pages are made from it.
 */
export const PAGES = {
  overview: {
    path: "/",
    title: "Overview",
    icon: ChartColumn,
    key: "o",
    hasRange: true,
    isFrequent: true,
    isForKiosk: true,
    datasets: [
      "summary",
      "trends",
      "volume",
      "anomalies",
      "status-by-event",
      "heatmap",
      "final-status",
      "disconnecting-events",
      "channels",
      "queues",
      "callbacks",
      "agents",
      "agent-durations",
    ],
    figures: [...TILE_METRICS, "callbackWaitSecondsMedian"],
  },
  queues: {
    path: "/queues",
    title: "Queues",
    icon: ListOrdered,
    key: "q",
    hasRange: true,
    isFrequent: true,
    isForKiosk: true,
    datasets: ["summary", "queues", "queue-trends", "waits", "heatmap"],
    figures: [
      "serviceLevel",
      "queueAbandonRate",
      "notInTime",
      "waitSecondsAverage",
      "waitSecondsP90",
      "offered",
      "callbacksOpted",
    ],
  },
  agents: {
    path: "/agents",
    title: "Agents",
    icon: Headset,
    key: "a",
    hasRange: true,
    isFrequent: true,
    isForKiosk: true,
    datasets: ["summary", "agent-durations", "agents", "missed-reasons"],
    figures: [
      "responseRate",
      "missed",
      "segmentsAnswered",
      "pickupSecondsAverage",
      "firstResponseSecondsAverage",
      "handleSecondsAverage",
      "afterCallWorkSecondsAverage",
    ],
  },
  callbacks: {
    path: "/callbacks",
    title: "Callbacks",
    icon: PhoneCall,
    key: "c",
    hasRange: true,
    isForKiosk: true,
    datasets: ["summary", "callbacks", "queues"],
    figures: [
      "callbacksOutstanding",
      "callbacksOpted",
      "callbacksAccepted",
      "callbackAcceptRate",
      "callbackWaitSecondsMedian",
      "callbackWaitSecondsP90",
    ],
  },
  automation: {
    path: "/automation",
    title: "Automation",
    icon: Bot,
    key: "u",
    hasRange: true,
    isForKiosk: true,
    datasets: ["summary", "bot-trends", "bot-events", "flow", "intents", "tones"],
    figures: ["containmentRate", "contained", "conversations", "botHangups", "conversationAbandonRate", "unanswered"],
  },
  tags: {
    path: "/tags",
    title: "Tags",
    heading: "Tags and dispositions",
    icon: Tags,
    key: "t",
    hasRange: true,
    isForKiosk: true,
    datasets: ["dispositions", "tag-names", "tag-values", "tags"],
  },
  conversations: {
    path: "/conversations",
    title: "Conversations",
    icon: MessageSquare,
    key: "v",
    hasRange: true,
    isFrequent: true,
  },
  settings: { path: "/settings", title: "Settings", icon: Settings, key: "s", hasRange: false },
  glossary: { path: "/glossary", title: "Glossary", icon: BookOpen, key: "l", hasRange: false },
} as const satisfies Record<string, Page>;

export type PageId = keyof typeof PAGES;

export const PAGE_LIST: readonly Page[] = Object.values(PAGES);

/** What stands at the top of the page, and in the browser's tab. */
export function headingOf({ heading, title }: Page): string {
  return heading ?? title;
}

/** Whether an address is a page's own, or lies below it: a conversation below the conversations. */
export function isPageOf({ path }: Page, pathname: string): boolean {
  return path === "/" ? pathname === "/" : pathname === path || pathname.startsWith(`${path}/`);
}

/** The page whose range the keys change: none below it, where a conversation has arrow keys of its own. */
export function rangePageAt(pathname: string): Page | undefined {
  return PAGE_LIST.find(({ path, hasRange }) => hasRange && path === pathname);
}
