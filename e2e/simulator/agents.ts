import { QUEUES, type Queue } from "./queues";
import { Random } from "./random";

/** An agent of the simulated centre. */
export interface Agent {
  id: string;
  name: string;
  email: string;
  /** Indexes of the queues served. */
  queues: readonly number[];
  /** First and last working hour of the home zone, the last not included; a night shift wraps. */
  shift: readonly [number, number];
  /** Weekdays off, 1 = Monday. */
  daysOff: readonly number[];
}

const NAMES = [
  ..."Aarav Sharma|Priya Nair|Zoë van der Meer|Łukasz Wójcik|José Álvarez|María-José Núñez|فاطمة الزهراء|محمد العتيبي".split(
    "|",
  ),
  ..."Søren Kjær|Jürgen Müller|Anke Weiß|Chloé Lefèvre|Nguyễn Thị Hương|佐藤 美咲|田中 健|김민준|Олена Шевченко|Dmitri Ivanov".split(
    "|",
  ),
  ..."Ifeoma Okafor|Kwame Mensah|Siobhán O'Connor|Rhys ap Gwilym|Emily Carter|DeShawn Johnson|Isabella Rossi|Giò Esposito".split(
    "|",
  ),
  ..."João Conceição|Ana Luísa Ferreira|Deepika Iyer|Rohan Mehta|Ananya Bhattacharya|Vikram Singh|Lakshmi Venkataraman".split(
    "|",
  ),
  ..."Mehmet Yılmaz|Ayşe Şahin|Eleni Papadopoulou|Ștefan Ionescu|Zsófia Kovács|Jiří Dvořák|Åsa Lindström|Mikko Mäkinen".split(
    "|",
  ),
  ...'Thandiwe Nkosi|Maria dela Cruz|Siti Nurhaliza|王芳|李伟|John Doe|Carlos "Charly" Peña|Noor'.split("|"),
];

const SHIFTS = [
  [9, 18],
  [6, 15],
  [13, 22],
  [9, 18],
  [6, 15],
  [13, 22],
  [21, 7],
  [10, 19],
] as const;

function makeAgent(name: string, index: number): Agent {
  const random = new Random(0xa9e7, index);
  const first = index % QUEUES.length;
  const queues = [first, (first + 1) % QUEUES.length, (first + 5) % QUEUES.length, 0];
  return {
    id: `u-${random.guid()}`,
    name,
    email: `agent${String(index + 1).padStart(2, "0")}@example.com`,
    queues,
    shift: SHIFTS[index % SHIFTS.length] ?? SHIFTS[0],
    daysOff: [(index % 7) + 1, ((index + 1) % 7) + 1],
  };
}

export const AGENTS: readonly Agent[] = NAMES.map(makeAgent);

function isOnShift(agent: Agent, weekday: number, hour: number): boolean {
  const [from, to] = agent.shift;
  const isWithin = from < to ? hour >= from && hour < to : hour >= from || hour < to;
  return isWithin && !agent.daysOff.includes(weekday);
}

const candidates = new Map<number, readonly Agent[]>();

/** Who can be given a contact of this queue at this hour of the week: those on shift who serve it, else all on shift. */
function agentsFor(queue: Queue, weekday: number, hour: number): readonly Agent[] {
  const key = (queue.index * 8 + weekday) * 24 + hour;
  const known = candidates.get(key);
  if (known) return known;
  const onShift = AGENTS.filter((agent) => isOnShift(agent, weekday, hour));
  const serving = onShift.filter((agent) => agent.queues.includes(queue.index));
  const found = serving.length > 1 ? serving : onShift.length > 1 ? onShift : AGENTS;
  candidates.set(key, found);
  return found;
}

/** An agent for the queue at this hour of the home zone's week. */
export function pickAgent(random: Random, queue: Queue, weekday: number, hour: number): Agent {
  return random.pick(agentsFor(queue, weekday, hour));
}
