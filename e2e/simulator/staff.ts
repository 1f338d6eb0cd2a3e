import { type Agent, makeAgent } from "./agents";
import { makeQueue, type Queue } from "./queues";
import type { Random } from "./random";
import { type CentreSettings, DEFAULT_CENTRE } from "./settings";

/** Who works in the simulated centre, and in which queues. */
export interface Staff {
  /** Each with its share of the conversations. */
  queues: readonly (readonly [Queue, number])[];
  agents: readonly Agent[];
  /** The candidates found so far, by queue and hour of the week. */
  candidates: Map<number, readonly Agent[]>;
}

const staffs = new Map<string, Staff>();

/** The same staff for the same settings. */
export function staffOf({ queues = DEFAULT_CENTRE.queues, agents = DEFAULT_CENTRE.agents }: CentreSettings): Staff {
  const key = `${queues} ${agents}`;
  const staff = staffs.get(key) ?? {
    queues: Array.from({ length: queues }, (_, index) => makeQueue(index)).map(
      (queue) => [queue, queue.share] as const,
    ),
    agents: Array.from({ length: agents }, (_, index) => makeAgent(index, queues)),
    candidates: new Map(),
  };
  staffs.set(key, staff);
  return staff;
}

/** A queue by its share, other than the one given. */
export function pickQueue(random: Random, staff: Staff, except?: Queue): Queue {
  const queue = random.weighted(staff.queues);
  return queue === except ? pickQueue(random, staff, except) : queue;
}

function isOnShift(agent: Agent, weekday: number, hour: number): boolean {
  const [from, to] = agent.shift;
  const isWithin = from < to ? hour >= from && hour < to : hour >= from || hour < to;
  return isWithin && !agent.daysOff.includes(weekday);
}

/** Who can be given a contact of this queue at this hour of the week: those on shift who serve it, else all on shift. */
function agentsFor({ agents, candidates }: Staff, queue: Queue, weekday: number, hour: number): readonly Agent[] {
  const key = (queue.index * 8 + weekday) * 24 + hour;
  const known = candidates.get(key);
  if (known) return known;
  const onShift = agents.filter((agent) => isOnShift(agent, weekday, hour));
  const serving = onShift.filter((agent) => agent.queues.includes(queue.index));
  const found = serving.length > 1 ? serving : onShift.length > 1 ? onShift : agents;
  candidates.set(key, found);
  return found;
}

/** When and by whom a contact is served. */
export interface Duty {
  staff: Staff;
  weekday: number;
  hour: number;
}

/** An agent for the queue at this hour of the home zone's week. */
export function pickAgent(random: Random, queue: Queue, { staff, weekday, hour }: Duty): Agent {
  return random.pick(agentsFor(staff, queue, weekday, hour));
}
