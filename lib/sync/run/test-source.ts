import { type KoreClient, readRecord, type WindowReply } from "@/lib/kore/client";
import type { TimeWindow } from "@/lib/kore/windows";
import { orAborted } from "@/lib/shared/aborting";
import type { Fields } from "@/lib/sync/normalize/test-records";

/** A stand-in for the one door to the vendor: what it answers is a function of the window and of how many came before. */
export interface TestSource extends KoreClient {
  /** The windows asked for, each time that they were, in order. */
  readonly asked: readonly TimeWindow[];
}

export function createTestSource(
  answer: (window: TimeWindow, number: number) => WindowReply | Promise<WindowReply>,
): TestSource {
  const asked: TimeWindow[] = [];
  const ask = async (window: TimeWindow) => {
    asked.push(window);
    return answer(window, asked.length);
  };
  return {
    asked,
    timeZoneOffset: 0,
    fetchWindow: (window, { retry, signal } = {}) => {
      const once = () => orAborted(ask(window), signal);
      return retry ? retry(once, signal) : once();
    },
    probe: async () => {},
  };
}

/** All of these records whose conversation started in the window, as a source hands them out that never cuts off. */
export function replyOf(records: readonly Fields[], { fromAt, toAt }: TimeWindow): WindowReply {
  const started = (fields: Fields) => Date.parse(`${fields.sessionStartTime}Z`);
  const within = records.filter((fields) => !(started(fields) < fromAt || started(fields) >= toAt));
  return { ...NOTHING, records: within.map(readRecord) };
}

export const NOTHING: WindowReply = { records: [], isFull: false, pages: 1, numResults: null, repeatsPages: false };
