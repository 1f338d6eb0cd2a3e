import type { TermGroup } from "@/lib/shared/glossary";

/** Rules in words; where their order counts they are numbered. */
export function TermSection({ id, title, about, terms, isOrdered }: TermGroup) {
  return (
    <section aria-labelledby={`group-${id}`}>
      <GroupHeading id={id} title={title} about={about} />
      <dl className="overflow-clip rounded-panel border border-line bg-surface">
        {terms.map((term, index) => (
          <div
            key={term.title}
            className="grid break-inside-avoid gap-x-6 gap-y-0.5 border-line border-t px-4 py-2.5 first:border-t-0 md:grid-cols-[200px_minmax(0,1fr)]"
          >
            <dt className="font-semibold">
              {isOrdered && <span className="mr-2 font-normal text-ink-3">{index + 1}</span>}
              {term.title}
            </dt>
            <dd className="max-w-[68ch] text-ink-2">{term.text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** The head of a group: its name, and what it is about. */
export function GroupHeading({ id, title, about }: { id: string; title: string; about: string }) {
  return (
    <div className="break-after-avoid pb-3">
      <h2 id={`group-${id}`} className="scroll-mt-16 font-semibold text-xl">
        {title}
      </h2>
      <p className="max-w-[72ch] text-ink-2">{about}</p>
    </div>
  );
}
