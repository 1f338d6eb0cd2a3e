import type { Role } from "@/lib/shared/roles";

export interface SettingsSection {
  path: string;
  title: string;
  /** Only for these people. */
  role?: Role;
}

/** The pages of Settings, in the order of their tabs. */
const SECTIONS: readonly SettingsSection[] = [
  { path: "/settings", title: "Sync" },
  { path: "/settings/service-levels", title: "Service levels" },
  { path: "/settings/people", title: "People", role: "administrator" },
  { path: "/settings/tokens", title: "API tokens" },
  { path: "/settings/account", title: "Account" },
];

/** Those that a person with the role can use. */
export function settingsSections(role: Role): readonly SettingsSection[] {
  return SECTIONS.filter((section) => section.role === undefined || section.role === role);
}
