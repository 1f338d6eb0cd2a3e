"use client";

import { BarList } from "@/components/charts/bars/bar-list";
import { useDataset } from "@/components/data/use-dataset";
import { PanelFailure } from "@/components/panels/panel-failure";
import { useDrillDown } from "@/components/panels/use-drill-down";
import { Loading } from "@/components/ui/panel/panel-state";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";

/** The most frequent values of a tag; each opens its conversations. */
export function TagValues({ tag }: { tag: Row }) {
  const { hrefOfRow } = useDrillDown("tag-values");
  const { data, error, refetch } = useDataset("tag-values");
  const rows = data?.rows.filter(({ level, name }) => level === tag.level && name === tag.name) ?? [];
  const total = Number(tag.values);
  const shown = rows.length < total ? `the ${rows.length} most frequent of ${formatValue(total, "count")}` : "all";
  return (
    <div>
      <p key={`${tag.name} ${shown}`} className="pb-1 font-semibold text-s">
        <bdi>{tag.name}</bdi> <span className="font-normal text-ink-3">{`values, ${shown}`}</span>
      </p>
      {error && <PanelFailure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={240} />}
      <BarList
        label={`Values of ${tag.name}`}
        rows={rows.map((row, index) => ({
          key: String(index),
          label: String(row.value) || "(empty)",
          value: Number(row.conversations),
        }))}
        hrefOf={(index) => {
          const row = rows[Number(index)];
          return row && hrefOfRow(row);
        }}
      />
    </div>
  );
}
