import { type KoreClient, readRecord, type Window, type WindowReply } from "@/lib/kore/client";
import type { Fields } from "./test-records";

/** A stand-in for the one door to the vendor: what it answers is a function of the window and of how many came before. */
export interface TestSource extends KoreClient {
  /** The windows asked for, in order. */
  readonly asked: readonly Window[];
}

export function createTestSource(
  answer: (window: Window, number: number) => WindowReply | Promise<WindowReply>,
): TestSource {
  const asked: Window[] = [];
  return {
    asked,
    timeZoneOffset: 0,
    fetchWindow: async (window) => {
      asked.push(window);
      return answer(window, asked.length);
    },
  };
}

/** All of these records whose conversation started in the window, as a source hands them out that never cuts off. */
export function replyOf(records: readonly Fields[], { fromAt, toAt }: Window): WindowReply {
  const started = (fields: Fields) => Date.parse(`${fields.sessionStartTime}Z`);
  const within = records.filter((fields) => !(started(fields) < fromAt || started(fields) >= toAt));
  return { records: within.map(readRecord), isFull: false };
}

export const NOTHING: WindowReply = { records: [], isFull: false };
