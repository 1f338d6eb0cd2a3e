/** A tone as a record names it. */
export interface Tone {
  name: string;
  level: number | null;
  count: number | null;
}

interface Found {
  tone: string;
  level: number | null;
}

/** One row a tone that a conversation was found to have; where the source lists it twice, the later level holds. */
export function toTones<Of extends object>(of: Of, tones: readonly Tone[]): (Of & Found)[] {
  const rows = new Map(tones.map(({ name, level }) => [name, { ...of, tone: name, level }]));
  return [...rows.values()];
}
