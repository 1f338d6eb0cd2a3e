/** Conversations that went from one place to the next; `step` 1 leads from the first column to the second. */
export interface FlowRow {
  step: number;
  source: string;
  target: string;
  conversations: number;
}

export interface FlowNode {
  /** From 0, the column that it stands in. */
  column: number;
  name: string;
  value: number;
  /** Several small ones together: how many. */
  others: number;
  /** Pixels from the top, and its height. */
  y: number;
  height: number;
}

export interface FlowLink {
  /** The column that it leaves. */
  column: number;
  source: string;
  target: string;
  value: number;
  /** Its upper edges at both ends, in pixels, and its thickness. */
  fromY: number;
  toY: number;
  height: number;
}

interface Options {
  height: number;
  /** Room between nodes, enough for a line of text. */
  gap: number;
  /** Nodes a column; the smallest beyond are folded into one. */
  most: number;
  /** Order of the nodes of a column, by name; by default from the largest. */
  rankOf?: (column: number, name: string) => number;
}

export const OTHERS = "\u0000others";
const LEAST_HEIGHT = 2;

/** Where each node and each link of a flow lies. Links keep the proportions of their nodes; nothing is counted twice. */
export function layoutFlow(rows: readonly FlowRow[], options: Options): { nodes: FlowNode[]; links: FlowLink[] } {
  const folded = foldRows(rows, options.most);
  const nodes = placeNodes(folded, rows, options);
  return { nodes, links: placeLinks(folded, nodes) };
}

function totalsOf(rows: readonly FlowRow[]): Map<string, number>[] {
  const columns = Math.max(0, ...rows.map(({ step }) => step)) + 1;
  return Array.from({ length: columns }, (_, column) => {
    const [into, out] = [new Map<string, number>(), new Map<string, number>()];
    for (const { step, source, target, conversations } of rows) {
      if (step === column) into.set(target, (into.get(target) ?? 0) + conversations);
      if (step === column + 1) out.set(source, (out.get(source) ?? 0) + conversations);
    }
    const names = new Set([...into.keys(), ...out.keys()]);
    return new Map([...names].map((name) => [name, Math.max(into.get(name) ?? 0, out.get(name) ?? 0)]));
  });
}

/** The rows with the smallest names of each column taken together. */
function foldRows(rows: readonly FlowRow[], most: number): FlowRow[] {
  const ownNames = totalsOf(rows).map((totals) => {
    const names = [...totals].sort((a, b) => b[1] - a[1]).map(([name]) => name);
    return new Set(names.length > most ? names.slice(0, most - 1) : names);
  });
  const nameIn = (column: number, name: string) => (ownNames[column]?.has(name) ? name : OTHERS);
  const sums = new Map<string, FlowRow>();
  for (const row of rows) {
    const source = nameIn(row.step - 1, row.source);
    const target = nameIn(row.step, row.target);
    const key = JSON.stringify([row.step, source, target]);
    const conversations = (sums.get(key)?.conversations ?? 0) + row.conversations;
    sums.set(key, { step: row.step, source, target, conversations });
  }
  return [...sums.values()].filter(({ conversations }) => conversations > 0);
}

function placeNodes(folded: readonly FlowRow[], rows: readonly FlowRow[], options: Options): FlowNode[] {
  const { height, gap, rankOf } = options;
  const columns = totalsOf(folded);
  const whole = totalsOf(rows);
  const scale = Math.min(
    ...columns.map((totals) => {
      const sum = [...totals.values()].reduce((total, value) => total + value, 0);
      return sum === 0 ? Number.POSITIVE_INFINITY : (height - gap * totals.size) / sum;
    }),
  );
  return columns.flatMap((totals, column) => {
    const rank = (name: string) => (name === OTHERS ? Number.POSITIVE_INFINITY : (rankOf?.(column, name) ?? 0));
    const sorted = [...totals].sort(([a, x], [b, y]) => (rank(a) === rank(b) ? y - x : rank(a) - rank(b)));
    let y = 0;
    return sorted.map(([name, value]) => {
      const node = {
        column,
        name,
        value,
        others: name === OTHERS ? (whole[column]?.size ?? 0) - totals.size + 1 : 0,
        y,
        height: Math.max(LEAST_HEIGHT, value * scale),
      };
      y += node.height + gap;
      return node;
    });
  });
}

function placeLinks(rows: readonly FlowRow[], nodes: readonly FlowNode[]): FlowLink[] {
  const indexOf = (column: number, name: string) =>
    nodes.findIndex((node) => node.column === column && node.name === name);
  const sorted = [...rows].sort(
    (a, b) =>
      a.step - b.step ||
      indexOf(a.step - 1, a.source) - indexOf(b.step - 1, b.source) ||
      indexOf(a.step, a.target) - indexOf(b.step, b.target),
  );
  const [left, right] = [new Map<number, number>(), new Map<number, number>()];
  return sorted.map(({ step, source, target, conversations }) => {
    const [from, to] = [indexOf(step - 1, source), indexOf(step, target)];
    const thickness = (index: number) => {
      const node = nodes[index];
      return node ? (node.height * conversations) / node.value : 0;
    };
    const link = {
      column: step - 1,
      source,
      target,
      value: conversations,
      fromY: (nodes[from]?.y ?? 0) + (left.get(from) ?? 0),
      toY: (nodes[to]?.y ?? 0) + (right.get(to) ?? 0),
      height: Math.min(thickness(from), thickness(to)),
    };
    left.set(from, (left.get(from) ?? 0) + thickness(from));
    right.set(to, (right.get(to) ?? 0) + thickness(to));
    return link;
  });
}
