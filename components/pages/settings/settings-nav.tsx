"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useApp } from "@/components/data/app-context";
import { settingsSections } from "@/components/shell/settings-sections";

const TAB = [
  "flex h-8 items-center whitespace-nowrap border-transparent border-b-2 font-medium text-ink-2 hover:text-ink",
  "aria-[current]:border-accent aria-[current]:font-semibold aria-[current]:text-ink",
].join(" ");

/** The pages of Settings side by side: links, each with an address of its own. */
export function SettingsNav() {
  const pathname = usePathname();
  const { person } = useApp();
  return (
    <nav aria-label="Settings" className="-mb-2.5 flex flex-wrap gap-x-5 max-md:gap-x-3 max-md:text-s">
      {settingsSections(person.role).map(({ path, title }) => (
        <Link key={path} href={path} aria-current={pathname === path ? "page" : undefined} className={TAB}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
