const EMAIL = /[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+/g;
/** Six digits or more, however they are grouped; the vendor's own samples end in x. */
const LONG_NUMBER = /\+?\(?\d(?:[\s().-]{0,3}[\dx]){5,}/gi;

/** Hides e-mail addresses and numbers of six digits and more within a text; two last digits stay, to tell them apart. */
export function maskText(text: string): string {
  return text.replace(EMAIL, "•••@•••").replace(LONG_NUMBER, (number) => `••••${number.slice(-2)}`);
}

/** Hides a person's name. */
export function maskName(name: string | null): string | null {
  return name === null ? null : "•••";
}
