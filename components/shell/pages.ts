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

export interface Page {
  path: string;
  title: string;
  icon: LucideIcon;
  /** Pressed after `g`, opens the page. */
  key: string;
  /** Whether the page shows a range of time, which the keys for ranges then change. */
  hasRange: boolean;
  /** Whether it stands in the bar of a phone, or behind “More”. */
  isFrequent?: boolean;
  /** Whether it can be shown on a wall. */
  isForWall?: boolean;
}

/** Every page, in the order of the menu: the one table of menu, keys, command menu and wall. */
export const PAGES: readonly Page[] = [
  { path: "/", title: "Overview", icon: ChartColumn, key: "o", hasRange: true, isFrequent: true, isForWall: true },
  { path: "/queues", title: "Queues", icon: ListOrdered, key: "q", hasRange: true, isFrequent: true, isForWall: true },
  { path: "/agents", title: "Agents", icon: Headset, key: "a", hasRange: true, isFrequent: true, isForWall: true },
  { path: "/callbacks", title: "Callbacks", icon: PhoneCall, key: "c", hasRange: true, isForWall: true },
  { path: "/automation", title: "Automation", icon: Bot, key: "u", hasRange: true, isForWall: true },
  { path: "/tags", title: "Tags", icon: Tags, key: "t", hasRange: true, isForWall: true },
  {
    path: "/conversations",
    title: "Conversations",
    icon: MessageSquare,
    key: "v",
    hasRange: true,
    isFrequent: true,
  },
  { path: "/settings", title: "Settings", icon: Settings, key: "s", hasRange: false },
  { path: "/glossary", title: "Glossary", icon: BookOpen, key: "l", hasRange: false },
];

/** Whether an address is a page's own, or lies below it: a conversation below the conversations. */
export function isPageOf({ path }: Page, pathname: string): boolean {
  return path === "/" ? pathname === "/" : pathname === path || pathname.startsWith(`${path}/`);
}

/** The page whose range the keys change: none below it, where a conversation has arrow keys of its own. */
export function rangePageAt(pathname: string): Page | undefined {
  return PAGES.find(({ path, hasRange }) => hasRange && path === pathname);
}
