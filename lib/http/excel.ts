/** Longer, Excel takes a text between quotes in a formula, or a whole formula, for none. */
const LONGEST_LITERAL = 120;
const LONGEST_FORMULA = 8000;

/** What Excel takes for a truth value, in the languages that it is used in most. */
const TRUTHS = /^(true|false|wahr|falsch|vrai|faux|verdadero|falso|vero|verdadeiro|waar|onwaar)$/i;

/** Figures with signs of numbers, dates and times about them, and at most a word: `00123`, `1E5`, `1-2`, `5 Mar`, `9:30 pm`. */
const NUMBER_OR_DATE =
  /^(?=.*\d)[\d\s\p{Sc}.,:;/'’()%+\-−–]*(\p{L}{1,10}[\d\s\p{Sc}.,:;/'’()%+\-−–]*)?([ap]\.?m\.?)?$/isu;

/** What it may run: as for any spreadsheet. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/**
 * A text that Excel would change when it opens a CSV, as the formula that shows it as it is: `="00123"`. Null for one
 * that it leaves alone, and for one too long for a formula.
 */
export function forExcel(text: string): string | null {
  if (!TRUTHS.test(text) && !FORMULA.test(text) && !NUMBER_OR_DATE.test(text)) {
    return null;
  }
  const pieces = text.match(new RegExp(`.{1,${LONGEST_LITERAL}}`, "gsu")) ?? [];
  const formula = `=${pieces.map((piece) => `"${piece.replaceAll('"', '""')}"`).join("&")}`;
  return formula.length <= LONGEST_FORMULA ? formula : null;
}
