"use client";

import { useQueries } from "@tanstack/react-query";
import { datasetQuery } from "@/components/data/queries";
import { ScrollRegion } from "@/components/ui/table/scroll-region";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";
import { DEFAULT_THRESHOLD_SECONDS, type ServiceLevels } from "@/lib/shared/service-levels";
import { type Level, LevelRow } from "./level-row";
import { LEVEL_FIGURES } from "./settings-queries";

const NONE = "none";
const WRAP = "whitespace-normal! align-bottom";

/** All queues under the default that they follow; fields for whoever may edit, else the numbers that hold. */
export function LevelsTable({ levels, mayEdit }: { levels: ServiceLevels; mayEdit: boolean }) {
  const [figures, summary] = useQueries({
    queries: LEVEL_FIGURES.map(([dataset, search]) => datasetQuery(dataset, search)),
  });
  const { thresholdSeconds, shortAbandonSeconds } = levels.default;
  const otherwise = {
    threshold: String(thresholdSeconds),
    shortAbandon: shortAbandonSeconds === null ? NONE : String(shortAbandonSeconds),
  };
  const all: Level = { queueId: "", name: "All queues, by default", thresholdSeconds, shortAbandonSeconds };
  // Entries that name no queue have no level of their own.
  const named = levels.queues.filter(({ queueId }) => queueId !== "");
  const queues = named.map(({ queueName, ...queue }) => ({ ...queue, name: queueName }));
  const figureOf = (row: Row | undefined) => formatValue(row?.serviceLevel, "ratio");
  const rows = [
    { level: all, figure: figureOf(summary?.data?.rows[0]) },
    ...queues.map((level) => ({
      level,
      figure: figureOf(figures?.data?.rows.find(({ queueId }) => queueId === level.queueId)),
    })),
  ];
  return (
    <ScrollRegion label="Service levels">
      <table className="data-table">
        <caption className="sr-only">Service levels</caption>
        <thead>
          <tr>
            <th scope="col" className={WRAP}>
              Queue
            </th>
            <th scope="col" className={WRAP}>
              Answered within
            </th>
            <th scope="col" className={WRAP}>
              Abandons left out below
            </th>
            <th scope="col" className={`is-number max-md:hidden ${WRAP}`}>
              Service level of 7 days
            </th>
            {mayEdit && (
              <th scope="col">
                <span className="sr-only">Change</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ level, figure }) =>
            mayEdit ? (
              <LevelRow
                key={level.queueId}
                level={level}
                figure={figure}
                hasDefault={level.queueId !== ""}
                otherwise={
                  level.queueId === ""
                    ? { threshold: String(DEFAULT_THRESHOLD_SECONDS), shortAbandon: NONE }
                    : otherwise
                }
              />
            ) : (
              <ReadRow key={level.queueId} level={level} figure={figure} otherwise={otherwise} />
            ),
          )}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface ReadProps {
  level: Level;
  otherwise: { threshold: string; shortAbandon: string };
  figure: string;
}

function ReadRow({ level, otherwise, figure }: ReadProps) {
  const isDefault = level.queueId === "";
  return (
    <tr>
      <th scope="row" className="max-w-72 truncate max-md:max-w-36 max-md:whitespace-normal!" title={level.name}>
        <bdi>{level.name}</bdi>
      </th>
      <td>
        <Held seconds={level.thresholdSeconds} otherwise={otherwise.threshold} isDefault={isDefault} />
      </td>
      <td>
        <Held seconds={level.shortAbandonSeconds} otherwise={otherwise.shortAbandon} isDefault={isDefault} />
      </td>
      <td className="is-number max-md:hidden">{figure}</td>
    </tr>
  );
}

/** The number that holds; what is only the default's stands in grey, and says so. */
function Held({ seconds, otherwise, isDefault }: { seconds: number | null; otherwise: string; isDefault: boolean }) {
  const withUnit = (text: string) => (text === NONE ? NONE : `${text} s`);
  if (seconds !== null || isDefault) {
    return withUnit(seconds === null ? NONE : String(seconds));
  }
  return (
    <span className="text-ink-3">
      {withUnit(otherwise)}
      <span className="sr-only"> by default</span>
    </span>
  );
}
