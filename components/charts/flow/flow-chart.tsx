"use client";

import { useState } from "react";
import { ChartFrame, type ChartProps } from "@/components/charts/frame/chart-frame";
import { usePlotHeight } from "@/components/charts/plot/plot-context";
import { useRoving } from "@/components/charts/plot/use-roving";
import { formatValue } from "@/lib/shared/format";
import { type FlowLink, type FlowNode, type FlowRow, layoutFlow, OTHERS } from "./flow-layout";
import { colourOf, findNode, linkColour, nameOf, rankOf, summarizeFlow } from "./flow-model";
import { FlowNodeMark } from "./flow-node";

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
