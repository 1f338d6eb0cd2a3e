export interface MultiSelectOption {
  value: string;
  label: string;
}

/** Options whose label holds every word of the query, whatever the case and the accents. */
export function findOptions<Option extends MultiSelectOption>(
  options: readonly Option[],
  query: string,
): readonly Option[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  return words.length === 0
    ? options
    : options.filter((option) => words.every((word) => fold(option.label).includes(word)));
}

function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
