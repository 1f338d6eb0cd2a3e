/** Letters and digits that are not taken for one another when read out. */
const SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_SIGNS = 5;

/** A password that nobody guesses and everybody can type: four groups of five signs, 99 bits. */
export function makePassword(random: (bytes: Uint8Array) => Uint8Array): string {
  const signs: string[] = [];
  while (signs.length < GROUPS * GROUP_SIGNS) {
    // Bytes past the last whole round of signs would make the first ones likelier.
    const usable = [...random(new Uint8Array(32))].filter((byte) => byte < 256 - (256 % SIGNS.length));
    signs.push(...usable.map((byte) => SIGNS.charAt(byte % SIGNS.length)));
  }
  const groups = Array.from({ length: GROUPS }, (_, at) => signs.slice(at * GROUP_SIGNS, (at + 1) * GROUP_SIGNS));
  return groups.map((group) => group.join("")).join("-");
}
