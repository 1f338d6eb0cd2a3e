import type { Conversation } from "./conversation";
import { NOT_GIVEN } from "./raw-fields";

/** The names of queues or agents by id: each the latest, by the start of its conversation. */
export class LatestNames {
  readonly #names = new Map<string, { name: string; startedAt: number }>();

  add(id: string | null, name: string | null, startedAt: number): void {
    if (id === null || id === NOT_GIVEN || name === null) return;
    const known = this.#names.get(id);
    if (known === undefined || startedAt >= known.startedAt) this.#names.set(id, { name, startedAt });
  }

  /** The id itself where no record names it; with the end of the id behind it where others have the same name. */
  find(id: string): string {
    const name = this.#names.get(id)?.name;
    if (name === undefined) return id;
    const namesakes = [...this.#names].filter(([other, known]) => other !== id && known.name === name);
    if (namesakes.length === 0) return name;
    for (let from = id.length - 4; from > 0; from -= 1) {
      const end = id.substring(from);
      if (namesakes.every(([other]) => !other.endsWith(end))) return `${name} (…${end})`;
    }
    return `${name} (${id})`;
  }
}

export interface Names {
  queues: LatestNames;
  agents: LatestNames;
}

/** Read from all the input, not from the query's range: an outbound call has no queue name of its own. */
export function collectNames(conversations: readonly Conversation[]): Names {
  const queues = new LatestNames();
  const agents = new LatestNames();
  for (const { startedAt, destinations } of conversations) {
    for (const { queueId, queueName, segment, misses } of destinations) {
      queues.add(queueId, queueName, startedAt);
      if (segment !== null) agents.add(segment.agentId, segment.agentName, startedAt);
      for (const { agentId, agentName } of misses) agents.add(agentId, agentName, startedAt);
    }
  }
  return { queues, agents };
}
