"use client";

import Link from "next/link";
import { useState } from "react";
import { useView } from "@/components/data/use-view";
import { type DotTone, StatusDot } from "@/components/ui/panel/status-dot";
import type { Row } from "@/lib/shared/contract";
import { filterValue } from "@/lib/shared/filter-values";
import { formatValue } from "@/lib/shared/format";
import { UNITS } from "@/lib/shared/units";
import { useDrillDown } from "./use-drill-down";

const MOST = 4;
const TONES: Record<string, DotTone> = { "much worse": "bad", worse: "warn", better: "good" };
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** One line for what it is and where it stands, one for how bad that is; the worst few, the others on demand. */
export function AnomalyList({ rows }: { rows: readonly Row[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? rows : rows.slice(0, MOST);
  return (
    <div>
      <ul aria-label="Unusual">
        {shown.map((row) => (
          <Anomaly key={`${row.kind} ${row.id} ${row.metric}`} row={row} />
        ))}
      </ul>
      {rows.length > MOST && (
        <button
          type="button"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
          className="mt-1 min-h-6 cursor-pointer rounded-small font-medium text-ink-3 text-s hover:text-ink"
        >
          {isWhole ? "Fewer" : `${rows.length - MOST} more`}
        </button>
      )}
    </div>
  );
}

function Anomaly({ row }: { row: Row }) {
  const [, setView] = useView();
  const { hrefOfRow } = useDrillDown("anomalies");
  const name = String(row.name);
  const filter = row.kind === "queue" || row.kind === "agent" ? { [row.kind]: [filterValue(String(row.id))] } : {};
  return (
    <li className="border-line border-b py-2 first:pt-0 last:border-b-0">
      <button
        type="button"
        onClick={() => setView({ ...filter, metric: String(row.metric) })}
        className="-mx-1.5 flex w-[calc(100%+12px)] cursor-pointer items-baseline gap-3 rounded-small px-1.5 py-0.5 text-left hover:bg-sunken"
      >
        <span className="min-w-0 flex-1">
          <bdi className="font-semibold">{name}</bdi> <span className="text-ink-2">{wordsOf(row)}</span>
        </span>
        <span className="whitespace-nowrap font-semibold">{figureOf(row, "value")}</span>
      </button>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-ink-2 text-s">
        <span className="inline-flex flex-wrap items-baseline gap-x-2">
          <StatusDot tone={TONES[String(row.severity)] ?? "idle"}>{capital(String(row.severity))}</StatusDot>
          <span>Usually {usualOf(row)}</span>
        </span>
        <Link
          href={hrefOfRow(row)}
          prefetch={false}
          aria-label={`Conversations: ${name}`}
          className="rounded-small text-ink-3 underline-offset-2 hover:text-ink hover:underline"
        >
          Conversations
        </Link>
      </p>
    </li>
  );
}

/** `Wait, average` is said `average wait`. */
function wordsOf({ metricLabel }: Row): string {
  const [noun = "", kind] = String(metricLabel).split(", ");
  return kind ? `${capital(kind)} ${noun.toLowerCase()}` : noun;
}

/** A value of a row in the unit that the row names. */
export function figureOf(row: Row, key: string): string {
  return formatValue(row[key], UNITS.find((unit) => unit === row.unit) ?? "score");
}

/** `72.0 – 88.0 %`, and one figure where both are written alike. */
function usualOf(row: Row): string {
  const [low, high] = [figureOf(row, "usualLow"), figureOf(row, "usualHigh")];
  return low === high ? low : `${low.replace(" %", "")} – ${high}`;
}
