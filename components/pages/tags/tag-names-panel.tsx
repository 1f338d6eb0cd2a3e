"use client";

import { BarList } from "@/components/charts/bars/bar-list";
import { useDataset } from "@/components/data/use-dataset";
import { useView } from "@/components/data/use-view";
import { DatasetPanel } from "@/components/panels/dataset-panel";
import { PanelFailure } from "@/components/panels/panel-failure";
import { useDrillDown } from "@/components/panels/use-drill-down";
import { keepHeight } from "@/components/ui/panel/keep-height";
import type { PanelSpan } from "@/components/ui/panel/panel";
import { Loading } from "@/components/ui/panel/panel-state";
import type { Row } from "@/lib/shared/contract";
import { formatValue } from "@/lib/shared/format";

/** `session/language`: what tells a tag's name from the same one of the other level. */
const tagKeyOf = ({ level, name }: Row) => `${level}/${name}`;

/** The names of tags by their conversations, and of the one that is chosen its most frequent values. */
export function TagNamesPanel({ span }: { span: PanelSpan }) {
  const [view, setView] = useView();
  return (
    <DatasetPanel
      dataset="tag-names"
      title="Tags"
      note={({ rows }) => `${formatValue(rows.length, "count")} names; choose one for its values`}
      span={span}
      height={288}
      emptyMessage="No conversation of this range has a tag."
    >
      {({ rows }, isTable) => {
        const chosen = rows.find((row) => tagKeyOf(row) === view.tagName) ?? rows.find(isTelling) ?? rows[0] ?? {};
        const names = (
          <BarList
            label="Names of tags"
            rows={rows.map((row) => ({
              key: tagKeyOf(row),
              label: row.level === "session" ? String(row.name) : `${row.name} (${row.level})`,
              value: Number(row.conversations),
              share: typeof row.share === "number" ? row.share : null,
            }))}
            onSelect={(tagName) => setView({ tagName })}
            current={tagKeyOf(chosen)}
            max={11}
            isTable={isTable}
          />
        );
        return isTable ? (
          names
        ) : (
          <div className="grid content-start gap-x-8 gap-y-5 md:grid-cols-2">
            <div ref={keepHeight}>
              <p className="pb-1 font-semibold text-s">Names</p>
              {names}
            </div>
            <TagValues tag={chosen} />
          </div>
        );
      }}
    </DatasetPanel>
  );
}

/** One value says nothing, and as many as conversations are ids: what lies between tells conversations apart. */
const MOST_TELLING = 50;

function isTelling({ values }: Row): boolean {
  return Number(values) > 1 && Number(values) <= MOST_TELLING;
}

/** The most frequent values of a tag; each opens its conversations. */
function TagValues({ tag }: { tag: Row }) {
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
