import { describe, expect, it } from "vitest";
import { type FlowRow, layoutFlow, OTHERS } from "./flow-layout";

const row = (step: number, source: string, target: string, conversations: number): FlowRow => ({
  step,
  source,
  target,
  conversations,
});

const ROWS = [
  row(1, "Voice", "Bot", 60),
  row(1, "Voice", "Billing", 20),
  row(1, "Chat", "Bot", 20),
  row(2, "Bot", "contained", 80),
  row(2, "Billing", "answered", 20),
];
const SIZE = { height: 220, gap: 10, most: 9 };

describe("a flow", () => {
  it("gives each node what passes it, and a height in proportion", () => {
    const { nodes } = layoutFlow(ROWS, SIZE);
    // Two nodes a column leave 200 of 220 pixels for 100 conversations: two pixels each.
    expect(nodes.map(({ column, name, value, y, height }) => [column, name, value, y, height])).toEqual([
      [0, "Voice", 80, 0, 160],
      [0, "Chat", 20, 170, 40],
      [1, "Bot", 80, 0, 160],
      [1, "Billing", 20, 170, 40],
      [2, "contained", 80, 0, 160],
      [2, "answered", 20, 170, 40],
    ]);
  });

  it("lays the links of a node one under the other, without gaps", () => {
    const { links } = layoutFlow(ROWS, SIZE);
    const first = links.filter(({ column }) => column === 0);
    expect(first.map(({ source, target, fromY, toY, height }) => [source, target, fromY, toY, height])).toEqual([
      ["Voice", "Bot", 0, 0, 120],
      ["Voice", "Billing", 120, 170, 40],
      ["Chat", "Bot", 170, 120, 40],
    ]);
  });

  it("folds the smallest into one, which says how many they are, and loses none", () => {
    const many = Array.from({ length: 60 }, (_, index) => row(1, "Voice", `Queue ${index}`, 60 - index));
    const { nodes } = layoutFlow(many, { ...SIZE, most: 9 });
    const queues = nodes.filter(({ column }) => column === 1);
    expect(queues).toHaveLength(9);
    expect(queues.at(-1)).toMatchObject({ name: OTHERS, others: 52 });
    expect(queues.reduce((sum, { value }) => sum + value, 0)).toBe((60 * 61) / 2);
  });

  it("is nothing where nothing flows", () => {
    expect(layoutFlow([], SIZE)).toEqual({ nodes: [], links: [] });
    expect(layoutFlow([row(1, "Voice", "Bot", 0)], SIZE)).toEqual({ nodes: [], links: [] });
  });
});
