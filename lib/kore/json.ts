const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** What can lose digits: sixteen of them or more, or an exponent of three. Anything shorter is passed over. */
const MAY_BE_LOSSY = /[\d.]{16}|[eE][+-]?\d{3}/;

/**
 * Parses JSON so that no number loses digits: one that a double cannot hold, such as an id beyond 2^53, becomes a text.
 * Depth and length do not matter: nothing here calls itself. @throws SyntaxError
 */
export function parseJson(json: string): unknown {
  return JSON.parse(quoteLongNumbers(json));
}

function quoteLongNumbers(json: string): string {
  const parts: string[] = [];
  for (let from = 0; from < json.length; ) {
    const quote = json.indexOf('"', from);
    const open = quote < 0 ? json.length : quote;
    const between = json.slice(from, open);
    parts.push(MAY_BE_LOSSY.test(between) ? between.replace(NUMBER, quoteIfLossy) : between);
    from = endOfText(json, open);
    parts.push(json.slice(open, from));
  }
  return parts.join("");
}

/** The place behind the text whose first quote stands at `open`. */
function endOfText(json: string, open: number): number {
  for (let at = json.indexOf('"', open + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (json[at - 1 - backslashes] === "\\") {
      backslashes += 1;
    }
    if (backslashes % 2 === 0) {
      return at + 1;
    }
  }
  return json.length;
}

function quoteIfLossy(text: string): string {
  const number = Number(text);
  const isKept = /^-?\d+$/.test(text) ? String(number) === text || number === 0 : isSameNumber(text, String(number));
  return isKept ? text : `"${text}"`;
}

/** Whether two decimal numbers are equal to the last digit, however they are written. */
function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [partsOf(one), partsOf(other)];
  return a !== null && b !== null && a.digits === b.digits && a.exponent === b.exponent;
}

/** A number as its digits without zeros at either end, sign in front, times ten to a power; zero has none. */
function partsOf(text: string): { digits: string; exponent: number } | null {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!match) {
    return null;
  }
  const [, sign = "", whole = "", fraction = "", power = "0"] = match;
  const all = (whole + fraction).replace(/^0+/, "");
  const digits = all.replace(/0+$/, "");
  if (digits === "") {
    return { digits: "", exponent: 0 };
  }
  return { digits: sign + digits, exponent: Number(power) - fraction.length + all.length - digits.length };
}
