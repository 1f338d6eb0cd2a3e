import type { GlossaryGroup, TermGroup } from "@/lib/shared/glossary";

interface Props {
  groups: readonly GlossaryGroup[];
  terms: readonly TermGroup[];
  /** What the address points at. */
  hash: string;
}

const LINK = "block rounded-small px-2 py-[3px] hover:bg-sunken hover:text-ink";

/** The way to each group and entry: a column beside them, on narrow screens a row of the groups above. */
export function GlossaryIndex({ groups, terms, hash }: Props) {
  return (
    <nav
      aria-label="Glossary"
      className="sticky top-[51px] max-h-[calc(100dvh-51px)] self-start overflow-y-auto py-4 max-lg:hidden print:hidden"
    >
      {groups.map(({ id, title, entries }) => (
        <div key={id} className="pb-2.5">
          <a href={`#group-${id}`} className={`${LINK} font-semibold`}>
            {title}
          </a>
          <ul>
            {entries.map((entry) => (
              <li key={entry.id}>
                <a
                  href={`#${entry.id}`}
                  aria-current={isAt(entry, hash) ? "location" : undefined}
                  className={`${LINK} text-ink-2 aria-[current]:bg-answered-wash aria-[current]:text-ink`}
                >
                  {entry.label}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {terms.map(({ id, title }) => (
        <a key={id} href={`#group-${id}`} className={`${LINK} font-semibold`}>
          {title}
        </a>
      ))}
    </nav>
  );
}

/** The groups alone, side by side. */
export function GroupLinks({ groups, terms }: Omit<Props, "hash">) {
  return (
    <nav aria-label="Groups" className="flex flex-wrap gap-1.5 pt-3.5 lg:hidden print:hidden">
      {[...groups, ...terms].map(({ id, title }) => (
        <a
          key={id}
          href={`#group-${id}`}
          className="inline-flex h-7 items-center rounded-control border border-line bg-surface px-2.5 text-ink-2"
        >
          {title}
        </a>
      ))}
    </nav>
  );
}

/** Whether the address points at an entry, or at one of its statistics. */
export function isAt({ id, names }: GlossaryGroup["entries"][number], hash: string): boolean {
  return hash === id || names.some((name) => name.id === hash);
}
