import type { Column, Row } from "@/lib/shared/contract";
import { BOT } from "@/lib/shared/filters";
import type { Group } from "./compute";

const text = (id: string, label: string): Column => ({ id, label, unit: "text" });

/** Links of the way that conversations took: channel → bot or first queue → outcome → disconnecting event. */
export const FLOW_COLUMNS: readonly Column[] = [
  text("source", "From"),
  text("target", "To"),
  { id: "conversations", label: "Conversations", unit: "count" },
  text("step", "Step"),
  text("queueId", "Queue id"),
];

/** Three links for each conversation, equal ones summed; largest first, then by their names in code-point order. */
export function toLinks(groups: Iterable<Group>, queueNames: ReadonlyMap<string, string>): Row[] {
  const links = new Map<string, Row & { conversations: number }>();
  for (const { keys, values } of groups) {
    const [channel = "", queueId = "", outcome = "", event = ""] = keys.map(String);
    const place = queueId === "" ? BOT : (queueNames.get(queueId) ?? queueId);
    const steps = [
      { source: channel, target: place, step: 1, queueId },
      { source: place, target: outcome, step: 2, queueId },
      { source: outcome, target: event, step: 3, queueId: "" },
    ];
    for (const { step, queueId: id, ...ends } of steps) {
      const key = JSON.stringify([step, id, ends]);
      const conversations = (links.get(key)?.conversations ?? 0) + (values.get("conversations") ?? 0);
      links.set(key, { ...ends, conversations, step, queueId: id === "" ? null : id });
    }
  }
  return [...links.values()].sort(
    (a, b) => b.conversations - a.conversations || compare(a, b, "source") || compare(a, b, "target"),
  );
}

function compare(a: Row, b: Row, column: string): number {
  return a[column] === b[column] ? 0 : String(a[column]) < String(b[column]) ? -1 : 1;
}
