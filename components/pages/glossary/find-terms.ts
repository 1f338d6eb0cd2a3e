import { type GlossaryEntry, type GlossaryGroup, LEFT_OUT_WORDS, type TermGroup } from "@/lib/shared/glossary";

/** Whether each word of what is sought occurs somewhere in the texts, whatever its case. */
function holds(texts: readonly (string | undefined)[], sought: string): boolean {
  const all = texts.join("\n").toLowerCase();
  return sought
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function textsOf({ label, definition, fraction, names, leavesOut }: GlossaryEntry): (string | undefined)[] {
  return [
    label,
    definition,
    fraction?.above,
    fraction?.below,
    ...names.flatMap((name) => [name.id, name.label]),
    ...leavesOut.map((reason) => LEFT_OUT_WORDS[reason].what),
  ];
}

/** The groups with those of their entries that hold what is sought; all of a group whose title does. */
export function findEntries(groups: readonly GlossaryGroup[], sought: string): GlossaryGroup[] {
  return groups
    .map((group) =>
      holds([group.title], sought)
        ? group
        : { ...group, entries: group.entries.filter((entry) => holds(textsOf(entry), sought)) },
    )
    .filter(({ entries }) => entries.length > 0);
}

/** The same for the rules; a list that is read in its order stays whole. */
export function findTerms(groups: readonly TermGroup[], sought: string): TermGroup[] {
  const isFound = ({ title, text }: TermGroup["terms"][number]) => holds([title, text], sought);
  return groups
    .map((group) => {
      const isWhole = holds([group.title], sought) || (group.isOrdered && group.terms.some(isFound));
      return isWhole ? group : { ...group, terms: group.terms.filter(isFound) };
    })
    .filter(({ terms }) => terms.length > 0);
}
