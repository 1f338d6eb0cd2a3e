import { nameFurtherAgent } from "./crowd";
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

/** The agent of that number, in a centre of so many queues. */
export function makeAgent(index: number, queueCount: number): Agent {
  const random = new Random(0xa9e7, index);
  const first = index % queueCount;
  const queues = [first, (first + 1) % queueCount, (first + 5) % queueCount, 0];
  return {
    id: `u-${random.guid()}`,
    name: NAMES[index] ?? nameFurtherAgent(index - NAMES.length),
    email: `agent${String(index + 1).padStart(2, "0")}@example.com`,
    queues,
    shift: SHIFTS[index % SHIFTS.length] ?? SHIFTS[0],
    daysOff: [(index % 7) + 1, ((index + 1) % 7) + 1],
  };
}
