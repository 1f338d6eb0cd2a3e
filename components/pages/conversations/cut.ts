/** A longer text is shown cut: a browser lays out one of megabytes for seconds, and no address holds it. */
export const MOST_LETTERS = 2000;

export const cut = (text: string) => (text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text);
