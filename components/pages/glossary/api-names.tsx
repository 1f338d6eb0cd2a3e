import type { GlossaryEntry } from "@/lib/shared/glossary";

interface Props {
  id: string;
  names: GlossaryEntry["names"];
  hash: string;
}

/** What the API calls it: one name, or one for each statistic of a duration. */
export function ApiNames({ id, names, hash }: Props) {
  return (
    <dl className="grid gap-y-0.5 rounded-control bg-sunken px-2.5 py-2 in-data-current:bg-surface">
      {names.map((name) => (
        <div
          key={name.id}
          id={name.id === id ? undefined : name.id}
          data-at={(name.label && name.id === hash) || undefined}
          className="group flex scroll-mt-44 flex-wrap items-baseline justify-between gap-x-3"
        >
          <dt className="text-ink-3 first-letter:uppercase group-data-at:font-semibold group-data-at:text-ink">
            {name.label ?? "In the API"}
          </dt>
          <dd className="ml-auto min-w-0 [overflow-wrap:anywhere] group-data-at:font-semibold">
            <code className="font-mono text-xs">{name.id}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
