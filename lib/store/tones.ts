import type { ConversationContext, ToneRow } from "./schema";

/** One row a tone that a conversation was found to have; where the source lists it twice, the later level holds. */
export function toTones(
  of: { conversationId: string; startedAt: number },
  tones: ConversationContext["tones"],
): ToneRow[] {
  const rows = new Map(tones.map(({ name, level }) => [name, { ...of, tone: name, level }]));
  return [...rows.values()];
}
