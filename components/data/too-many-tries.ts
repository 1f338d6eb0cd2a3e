/** What a reply of 429 to a password says: when it may be tried again, by its Retry-After. */
export function tooManyTries(reply: Response): string {
  const seconds = Number(reply.headers.get("retry-after") ?? reply.headers.get("x-retry-after") ?? 60);
  return `Too many tries. Try again ${inWords(seconds)}.`;
}

function inWords(seconds: number): string {
  if (seconds <= 1) {
    return "in a second";
  }
  const minutes = Math.ceil(seconds / 60);
  return seconds < 60 ? `in ${seconds} seconds` : minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}
