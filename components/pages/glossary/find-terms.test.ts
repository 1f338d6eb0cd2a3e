import { describe, expect, it } from "vitest";
import type { GlossaryEntry, GlossaryGroup, TermGroup } from "@/lib/shared/glossary";
import { findEntries, findTerms } from "./find-terms";

const entry = (id: string, label: string, more: Partial<GlossaryEntry> = {}): GlossaryEntry => ({
  id,
  label,
  definition: `What ${label.toLowerCase()} counts.`,
  unit: "count",
  good: null,
  leavesOut: [],
  names: [{ id }],
  datasets: [],
  ...more,
});

const GROUPS: GlossaryGroup[] = [
  { id: "queues", title: "Queues", about: "", entries: [entry("offered", "Offered", { leavesOut: ["callback"] })] },
  {
    id: "waits",
    title: "Waits",
    about: "",
    entries: [entry("waitSeconds", "Wait", { names: [{ id: "waitSecondsP90", label: "90th percentile" }] })],
  },
];

const TERMS: TermGroup[] = [
  {
    id: "order",
    title: "Outcomes",
    about: "",
    isOrdered: true,
    terms: [
      { title: "Answered", text: "It was accepted." },
      { title: "Unanswered", text: "Anything else." },
    ],
  },
  {
    id: "rules",
    title: "Rules",
    about: "",
    terms: [
      { title: "Range", text: "Local days." },
      { title: "Inbound", text: "Not Outbound." },
    ],
  },
];

const found = (sought: string) => findEntries(GROUPS, sought).flatMap(({ entries }) => entries.map(({ id }) => id));
const foundTerms = (sought: string) => findTerms(TERMS, sought).flatMap(({ terms }) => terms.map(({ title }) => title));

describe("finding in the glossary", () => {
  it.each([
    ["", ["offered", "waitSeconds"]],
    ["OFFERED", ["offered"]],
    ["90th", ["waitSeconds"]],
    ["waitSecondsP90", ["waitSeconds"]],
    ["counts wait", ["waitSeconds"]],
    ["opted for a callback", ["offered"]],
    ["queues", ["offered"]],
    ["offered wait", []],
  ])("%j leads to %j", (sought, ids) => {
    expect(found(sought)).toEqual(ids);
  });

  it.each([
    ["outbound", ["Inbound"]],
    ["accepted", ["Answered", "Unanswered"]],
    ["rules", ["Range", "Inbound"]],
    ["nothing", []],
  ])("%j leads to the rules %j", (sought, titles) => {
    expect(foundTerms(sought)).toEqual(titles);
  });
});
