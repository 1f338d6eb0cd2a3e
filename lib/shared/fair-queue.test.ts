import { describe, expect, it } from "vitest";
import { CallboardError } from "./errors";
import { FairQueue } from "./fair-queue";

/** Asks for places and notes who got one, in order. */
function asked(queue: FairQueue) {
  const admitted: string[] = [];
  const releases = new Map<string, () => void>();
  const failures: string[] = [];
  const ask = (person: string, what: string, signal?: AbortSignal) => {
    queue.enter(person, signal).then(
      (release) => {
        admitted.push(what);
        releases.set(what, release);
      },
      (error: Error) => failures.push(`${what}: ${error instanceof CallboardError ? error.code : error.name}`),
    );
  };
  const settle = async () => {
    for (let turns = 0; turns < 20; turns += 1) {
      await Promise.resolve();
    }
  };
  const release = async (what: string) => {
    releases.get(what)?.();
    await settle();
  };
  return { admitted, failures, ask, release, settle };
}

const queueOf = (total: number, perPerson: number, waitingPerPerson = 50) =>
  new FairQueue({ total, perPerson, waitingPerPerson });

describe("a fair queue", () => {
  it("lets only so many of one person through, and others at once", async () => {
    const { admitted, ask, settle } = asked(queueOf(4, 2));
    for (const what of ["a1", "a2", "a3", "a4"]) ask("a", what);
    ask("b", "b1");
    await settle();
    expect(admitted).toEqual(["a1", "a2", "b1"]);
  });

  it("gives each person a turn, however many requests one of them has waiting", async () => {
    const { admitted, ask, release, settle } = asked(queueOf(1, 1));
    for (const what of ["a1", "a2", "a3"]) ask("a", what);
    for (const what of ["b1", "b2"]) ask("b", what);
    ask("c", "c1");
    await settle();
    for (const what of ["a1", "b1", "c1", "a2", "b2", "a3"]) await release(what);
    expect(admitted).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
  });

  it("refuses a person's next beyond what may wait, and nobody else's", async () => {
    const { admitted, failures, ask, settle } = asked(queueOf(2, 1, 2));
    for (const what of ["a1", "a2", "a3", "a4"]) ask("a", what);
    ask("b", "b1");
    await settle();
    expect(failures).toEqual(["a4: too_many_requests"]);
    expect(admitted).toEqual(["a1", "b1"]);
  });

  it("forgets whoever goes while waiting", async () => {
    const { admitted, failures, ask, release, settle } = asked(queueOf(1, 1));
    const asker = new AbortController();
    ask("a", "a1");
    ask("a", "a2", asker.signal);
    ask("a", "a3");
    await settle();
    asker.abort();
    await release("a1");
    expect(failures).toEqual(["a2: AbortError"]);
    expect(admitted).toEqual(["a1", "a3"]);
  });

  it("lets nobody through who is gone already", async () => {
    const { failures, ask, settle } = asked(queueOf(1, 1));
    ask("a", "a1", AbortSignal.abort());
    await settle();
    expect(failures).toEqual(["a1: AbortError"]);
  });

  it("counts a place that is given back twice as one", async () => {
    const { admitted, ask, release, settle } = asked(queueOf(1, 1));
    for (const what of ["a1", "a2", "a3"]) ask("a", what);
    await settle();
    await release("a1");
    await release("a1");
    expect(admitted).toEqual(["a1", "a2"]);
  });

  it("remembers nobody who has nothing under way and waits for nothing, however they went", async () => {
    const queue = queueOf(1, 1, 0);
    const waitingQueue = queueOf(1, 1);
    const release = await queue.enter("a");
    const leave = await waitingQueue.enter("a");
    await expect(queue.enter("b")).rejects.toMatchObject({ code: "too_many_requests" });
    const asker = new AbortController();
    const waiting = ["b", "b", "c"].map((name) => waitingQueue.enter(name, asker.signal));
    expect([queue.people, waitingQueue.people]).toEqual([1, 3]);
    asker.abort();
    await Promise.allSettled(waiting);
    expect(waitingQueue.people).toBe(1);
    release();
    leave();
    expect([queue.people, waitingQueue.people]).toEqual([0, 0]);
  });
});
