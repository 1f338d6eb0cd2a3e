import { nameFurtherQueue } from "./crowd";
import { Random } from "./random";

/** A queue of the simulated centre, with what makes it unlike the others. */
export interface Queue {
  index: number;
  id: string;
  name: string;
  /** Its part of the conversations, relative to the others. */
  share: number;
  /** Multiplies the time until an agent is free. */
  waitFactor: number;
  /** Multiplies the time an agent talks. */
  talkFactor: number;
  skill: string;
}

function queue(
  index: number,
  name: string,
  share: number,
  waitFactor: number,
  talkFactor: number,
  skill: string,
): Queue {
  return { index, id: `qu-${new Random(0x9e0e, index).guid(7)}`, name, share, waitFactor, talkFactor, skill };
}

/** Names as they are met in the field: a dash that is no hyphen, umlauts, right-to-left, a comma. */
const USUAL: readonly Queue[] = [
  queue(0, "Default Queue", 16, 0.8, 0.9, "General"),
  queue(1, "Residential – Sales", 13, 0.7, 1.3, "Sales"),
  queue(2, "Residential – Support", 14, 1.2, 1.1, "Support"),
  queue(3, "Billing", 15, 1.1, 0.9, "Billing"),
  queue(4, "Collections", 6, 0.6, 0.8, "Collections"),
  queue(5, "Störungsannahme Mobilfunk", 9, 1.6, 1.2, "Deutsch"),
  queue(6, "دعم العملاء", 7, 1.0, 1.0, "العربية"),
  queue(7, "Soporte Técnico", 6, 1.1, 1.2, "Español"),
  queue(8, "Cards, Loans & Payments", 6, 0.9, 1.0, "Payments"),
  queue(9, "カスタマーサポート", 3, 0.8, 1.1, "日本語"),
  queue(10, "Retention", 3, 0.5, 1.6, "Retention"),
  queue(11, "Complaints", 2, 1.9, 1.8, "Complaints"),
];

/** The queue of that number: a usual one, or one of those that a crowded centre has besides. */
export function makeQueue(index: number): Queue {
  const usual = USUAL[index];
  if (usual) return usual;
  const name = nameFurtherQueue(index - USUAL.length);
  return queue(index, name, 1 + (index % 5), 0.6 + (index % 8) / 5, 0.8 + (index % 6) / 5, "Deutsch");
}
