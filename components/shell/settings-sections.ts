import type { Role } from "@/lib/shared/roles";

export interface SettingsSection {
  path: string;
  title: string;
  /** Only for these people. */
  role?: Role;
}

/** The sections of Settings, in the order of their tabs. Tabs, titles, command menu and the tests' list of pages are made from it. */
export const SECTIONS = {
  sync: { path: "/settings", title: "Sync" },
  serviceLevels: { path: "/settings/service-levels", title: "Service levels" },
  people: { path: "/settings/people", title: "People", role: "administrator" },
  tokens: { path: "/settings/tokens", title: "API tokens" },
  account: { path: "/settings/account", title: "Account" },
} as const satisfies Record<string, SettingsSection>;

export const SECTION_LIST: readonly SettingsSection[] = Object.values(SECTIONS);

/** Those that a person with the role can use. */
export function settingsSections(role: Role): readonly SettingsSection[] {
  return SECTION_LIST.filter((section) => section.role === undefined || section.role === role);
}

/** `Settings: service levels`, `Settings: API tokens` */
export function sectionHeading({ title }: SettingsSection): string {
  const isAcronym = /^[A-Z]{2}/.test(title);
  return `Settings: ${isAcronym ? title : title.charAt(0).toLowerCase() + title.slice(1)}`;
}
