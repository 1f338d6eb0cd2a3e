import type { Incomplete } from "./contract";

/** What the numbers of a range do not hold, a sentence each; none where nothing is missing. */
export function describeIncomplete({ setAside, unread, stale }: Incomplete, of = "of this range "): string[] {
  return [
    ...(setAside > 0 ? [`${counted(setAside, "record")} ${of}${setAside === 1 ? "is" : "are"} set aside`] : []),
    ...(unread > 0
      ? [`${counted(unread, "conversation")} ${unread === 1 ? "has" : "have"} parts that could not be read`]
      : []),
    ...(stale > 0 ? [`${counted(stale, "conversation")} ${stale === 1 ? "waits" : "wait"} for a re-reading`] : []),
  ];
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en-GB")} ${noun}${count === 1 ? "" : "s"}`;
}
