import Link from "next/link";
import type { DatasetId } from "@/lib/shared/datasets";
import { type GlossaryEntry, LEFT_OUT_WORDS } from "@/lib/shared/glossary";
import type { Unit } from "@/lib/shared/units";

/** A page that shows a dataset. */
export interface ShownOn {
  path: string;
  title: string;
  datasets: readonly DatasetId[];
}

const UNIT_WORDS: Partial<Record<Unit, string>> = {
  count: "Count",
  ratio: "Share, in per cent",
  seconds: "Duration",
  score: "Score",
};
const GOOD_WORDS = { up: "↑ More is better", down: "↓ Less is better" };

interface Props {
  entry: GlossaryEntry;
  pages: readonly ShownOn[];
  /** Whether the address points at it. */
  isCurrent: boolean;
  hash: string;
}

/** One metric: what it is in words on the left, the facts about it on the right. */
export function MetricEntry({ entry, pages, isCurrent, hash }: Props) {
  const { id, label, definition, fraction, unit, good, leavesOut, names, datasets } = entry;
  const shownOn = pages.filter((page) => page.datasets.some((dataset) => datasets.includes(dataset)));
  return (
    <article
      id={id}
      aria-labelledby={`name-${id}`}
      data-current={isCurrent || undefined}
      className="grid scroll-mt-16 break-inside-avoid gap-x-8 gap-y-3 border-line border-t px-4 py-4 md:grid-cols-[minmax(0,1fr)_316px] data-current:bg-answered-wash"
    >
      <div className="min-w-0">
        <h3 id={`name-${id}`} className="font-semibold text-l">
          <a href={`#${id}`} className="hover:underline">
            {label}
          </a>
        </h3>
        <p className="pb-2 text-ink-3 text-s">
          {UNIT_WORDS[unit]}
          {good && <> · {GOOD_WORDS[good]}</>}
        </p>
        {fraction ? <FractionLine {...fraction} /> : <p className="max-w-[66ch]">{definition}</p>}
        {leavesOut.length > 0 && (
          <div className="pt-2.5 text-s">
            <p className="text-ink-3">Leaves out</p>
            <ul className="list-disc pl-4 text-ink-2 marker:text-ink-3">
              {leavesOut.map((reason) => (
                <li key={reason}>
                  {LEFT_OUT_WORDS[reason].what}: {LEFT_OUT_WORDS[reason].why}.
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      <div className="grid min-w-0 content-start gap-3 text-s">
        <ApiNames id={id} names={names} hash={hash} />
        {shownOn.length > 0 && (
          <p className="flex flex-wrap items-center gap-x-2.5 text-ink-3">
            Shown on
            {shownOn.map(({ path, title }) => (
              <Link
                key={path}
                href={path}
                className="inline-flex min-h-6 items-center text-ink-2 underline decoration-line-strong hover:text-ink"
              >
                {title}
              </Link>
            ))}
          </p>
        )}
      </div>
    </article>
  );
}

/** A ratio as one writes it by hand: above the line and below it. */
function FractionLine({ above, below, note }: NonNullable<GlossaryEntry["fraction"]>) {
  return (
    <>
      <p className="inline-grid max-w-full text-center">
        <span className="border-ink-3 border-b px-2 pb-1">{above}</span>
        <span className="sr-only"> divided by </span>
        <span className="px-2 pt-1">{below}</span>
      </p>
      {note && <p className="max-w-[66ch] pt-2 text-ink-2">{note}</p>}
    </>
  );
}

interface ApiNamesProps {
  id: string;
  names: GlossaryEntry["names"];
  hash: string;
}

/** What the API calls it: one name, or one for each statistic of a duration. */
function ApiNames({ id, names, hash }: ApiNamesProps) {
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
