import type { ToneRow } from "./schema";

/** A tone as a record names it. */
export interface Tone {
  name: string;
  level: number | null;
  count: number | null;
}

/** One row a tone that a conversation was found to have; where the source lists it twice, the later level holds. */
export function toTones(of: { conversationId: string; startedAt: number }, tones: readonly Tone[]): ToneRow[] {
  const rows = new Map(tones.map(({ name, level }) => [name, { ...of, tone: name, level }]));
  return [...rows.values()];
}
