import { ChartColumn, type LucideIcon, MessageSquare, Settings } from "lucide-react";

export interface Page {
  path: string;
  title: string;
  icon: LucideIcon;
}

/** The pages of the menu, in their order. */
export const PAGES: readonly Page[] = [
  { path: "/", title: "Overview", icon: ChartColumn },
  { path: "/conversations", title: "Conversations", icon: MessageSquare },
  { path: "/settings", title: "Settings", icon: Settings },
];
