import { formatValue } from "@/lib/shared/format";
import type { FlowNode } from "./flow-layout";
import { nameOf } from "./flow-model";

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
export function FlowNodeMark({ node, label, colour, onPoint, onSelect }: Props) {
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
