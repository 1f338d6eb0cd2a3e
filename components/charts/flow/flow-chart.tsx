"use client";

import { useState } from "react";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { useRoving } from "@/components/charts/plot/use-roving";
import { formatValue } from "@/lib/shared/format";
import { type FlowLink, type FlowNode, type FlowRow, layoutFlow, OTHERS } from "./flow-layout";
import { colourOf, findNode, linkColour, nameOf, rankOf, summarizeFlow } from "./flow-model";

export interface FlowChartProps extends ChartProps {
  /** Rows of the dataset `flow`. */
  rows: readonly FlowRow[];
  /** What each column holds: “Channel”, “Bot or queue”, “Outcome”, “Ended by”. */
  columns: readonly string[];
  onSelect?: (part: { column: number; name: string }) => void;
  /** Both ends of a link. */
  onSelectLink?: (link: { column: number; source: string; target: string }) => void;
  height?: number;
}

const GAP = 16;
const MOST_NODES = 9;

/** Where conversations come from, where they go, and how they end; widths are counts. */
export function FlowChart({ label, isTable, rows, columns, onSelect, onSelectLink, height = 340 }: FlowChartProps) {
  const tall = usePlotHeight(height);
  const [active, setActive] = useState<{ column: number; name: string } | null>(null);
  const [box, handleKey] = useRoving<HTMLDivElement>(findNode);
  const { nodes, links } = layoutFlow(rows, { height: tall, gap: GAP, most: MOST_NODES, rankOf });
  const isLit = ({ column, source, target }: FlowLink) =>
    active === null ||
    (active.column === column && active.name === source) ||
    (active.column === column + 1 && active.name === target);
  const say = (node: FlowNode) => `${columns[node.column]}, ${nameOf(node)}: ${formatValue(node.value, "count")}`;
  const unit = 100;
  return (
    <ChartFrame
      label={label}
      isTable={isTable}
      summary={summarizeFlow(rows)}
      columns={[
        { id: "source", label: "From", unit: "text" },
        { id: "target", label: "To", unit: "text" },
        { id: "conversations", label: "Conversations", unit: "count" },
      ]}
      rows={rows.map(({ source, target, conversations }) => ({ source, target, conversations }))}
    >
      <div className="@container">
        <div aria-hidden className="grid grid-cols-4 pb-1.5 text-ink-3 text-xs">
          {columns.map((name) => (
            <span key={name} className="truncate pr-1">
              {name}
            </span>
          ))}
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is sent */}
        <div
          ref={box}
          role="group"
          aria-label={label}
          onKeyDown={handleKey}
          onPointerLeave={() => setActive(null)}
          onBlur={() => setActive(null)}
          className="relative"
          style={{ height: tall }}
        >
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${4 * unit} ${tall}`}
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            {links.map((link) => (
              // biome-ignore lint/a11y/noStaticElementInteractions: the nodes are what the keyboard reaches
              <path
                key={JSON.stringify([link.column, link.source, link.target])}
                d={ribbonOf(link, unit)}
                fill={linkColour(link)}
                opacity={isLit(link) ? (active ? 0.6 : 0.35) : 0.08}
                className={onSelectLink ? "cursor-pointer hover:opacity-70" : ""}
                onClick={
                  onSelectLink && link.source !== OTHERS && link.target !== OTHERS
                    ? () => onSelectLink(link)
                    : undefined
                }
              >
                <title>{`${nameOf({ ...link, name: link.source })} → ${nameOf({ ...link, name: link.target })}: ${formatValue(link.value, "count")}`}</title>
              </path>
            ))}
          </svg>
          {nodes.map((node) => (
            <FlowNodeMark
              key={`${node.column} ${node.name}`}
              node={node}
              label={say(node)}
              colour={colourOf(node.name)}
              onPoint={() => setActive(node)}
              onSelect={
                onSelect && node.name !== OTHERS ? () => onSelect({ column: node.column, name: node.name }) : undefined
              }
            />
          ))}
        </div>
      </div>
    </ChartFrame>
  );
}

/** A link as a shape: its two edges, bent alike. The plot is stretched to its width, so that it needs no measuring. */
function ribbonOf({ column, fromY, toY, height }: FlowLink, unit: number): string {
  const [x, end, middle] = [column * unit + 1, (column + 1) * unit, (column + 0.5) * unit];
  return [
    `M${x} ${fromY}C${middle} ${fromY} ${middle} ${toY} ${end} ${toY}`,
    `V${toY + height}C${middle} ${toY + height} ${middle} ${fromY + height} ${x} ${fromY + height}Z`,
  ].join("");
}

interface Props {
  node: FlowNode;
  /** The node in full, with its column and value. */
  label: string;
  colour: string;
  onPoint: () => void;
  onSelect?: () => void;
}

const COLUMNS = 4;
const LEAST_TARGET = 24;

/** A place that conversations pass: its bar, and beside it its name and, where there is room, its count. */
function FlowNodeMark({ node, label, colour, onPoint, onSelect }: Props) {
  const tall = Math.max(LEAST_TARGET, node.height);
  return (
    <button
      data-point=""
      data-column={node.column}
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={onSelect ? undefined : true}
      onClick={onSelect}
      onFocus={onPoint}
      onPointerEnter={onPoint}
      style={{
        left: `${(100 / COLUMNS) * node.column}%`,
        width: `${100 / COLUMNS}%`,
        height: tall,
        // Not by its top: where a filter moves it to is no shift of the page.
        transform: `translateY(${node.y + node.height / 2 - tall / 2}px)`,
      }}
      className={`absolute top-0 flex items-center gap-1.5 overflow-hidden rounded-small pr-1 text-left text-s ${onSelect ? "cursor-pointer" : "cursor-default"}`}
    >
      <i
        key={`bar ${node.height}`}
        aria-hidden
        className="w-1.5 shrink-0 rounded-bar"
        style={{ height: Math.max(2, node.height), background: colour }}
      />
      <span key={`name ${node.height}`} className="flow-name min-w-0 truncate">
        <bdi>{nameOf(node)}</bdi>{" "}
        <span className="@max-[560px]:hidden text-ink-2">{formatValue(node.value, "count")}</span>
      </span>
    </button>
  );
}
