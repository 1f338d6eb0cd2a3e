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

  /** The id itself where no record names it. */
  find(id: string): string {
    return this.#names.get(id)?.name ?? id;
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
