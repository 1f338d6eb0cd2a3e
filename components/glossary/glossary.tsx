import { PageHeader } from "@/components/shell/page-header";

export interface GlossaryEntry {
  id: string;
  label: string;
  definition: string;
  unit: string;
  good: "up" | "down" | null;
}

/** What this source cannot tell (METRICS, FACTS). */
const CANNOT_TELL = [
  ["Occupancy", "The source does not say when an agent was signed in or ready."],
  ["Hold time and talk time", "The source’s interaction duration includes hold and does not separate it."],
  ["The exact end of a session", "The source’s session end is loose: session durations are an upper bound."],
] as const;

const GOOD = { up: "More is better.", down: "Less is better." };

/** Every metric in words, and what cannot be known. */
export function Glossary({ entries }: { entries: readonly GlossaryEntry[] }) {
  return (
    <>
      <PageHeader title="Glossary" />
      <main id="main" className="grid max-w-3xl gap-6 px-3.5 py-4 md:px-6">
        <dl className="grid gap-4">
          {entries.map(({ id, label, definition, unit, good }) => (
            <div key={id} id={id} className="grid gap-0.5 border-line border-b pb-3">
              <dt className="font-semibold text-m">{label}</dt>
              <dd>{definition}</dd>
              <dd className="text-ink-3 text-s">
                Unit: {unit}.{good && ` ${GOOD[good]}`}
              </dd>
            </div>
          ))}
        </dl>
        <section className="grid gap-2" aria-labelledby="cannot-tell">
          <h2 id="cannot-tell" className="font-semibold text-m">
            What this source cannot tell
          </h2>
          <dl className="grid gap-3">
            {CANNOT_TELL.map(([name, why]) => (
              <div key={name}>
                <dt className="font-semibold">{name}</dt>
                <dd>{why}</dd>
              </div>
            ))}
          </dl>
        </section>
      </main>
    </>
  );
}
