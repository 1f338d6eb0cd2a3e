import { describe, expect, it } from "vitest";
import type { ConversationDetail, Destination, Segment } from "@/lib/shared/conversation";
import { countBackwards, lanesOf, timelineEventsOf } from "./conversation-lanes";
import { conversationWith } from "./test-conversation";

const at = (seconds: number) => new Date(Date.UTC(2025, 9, 1, 2, 10, 36) + seconds * 1000).toISOString();

function conversation(fields: Partial<ConversationDetail> = {}): ConversationDetail {
  return { ...conversationWith(0), startedAt: at(0), endedAt: at(80), disconnectingEvent: "User Hangup", ...fields };
}

function segment(fields: Partial<Segment> = {}): Segment {
  return {
    agentId: "u-1",
    agentName: "John Doe",
    agentEmail: null,
    isAnswered: true,
    assignedAt: at(22),
    acceptedAt: at(47),
    firstResponseAt: at(47),
    interactionEndedAt: at(83),
    afterCallWorkEndedAt: at(88),
    pickupSeconds: 25,
    firstResponseSeconds: 0,
    interactionSeconds: 36,
    afterCallWorkSeconds: 5,
    notes: [],
    ...fields,
  };
}

function entry(position: number, fields: Partial<Destination> = {}): Destination {
  return {
    position,
    type: "QueueEntry",
    queueId: "qu-1",
    queueName: "Default Queue",
    outcome: "answered",
    enteredAt: at(2),
    isCallbackOpted: false,
    callbackOptedAt: null,
    callbackAcceptedAt: null,
    waitSeconds: 45,
    callbackWaitSeconds: null,
    segment: segment(),
    missed: [],
    ...fields,
  };
}

const shapeOf = (shown: ConversationDetail) =>
  lanesOf(shown).map(({ label, bars }) => [
    label,
    ...bars.map(
      ({ startAt, endAt }) =>
        `${(Date.parse(startAt) - Date.parse(at(0))) / 1000}–${(Date.parse(endAt) - Date.parse(at(0))) / 1000}`,
    ),
  ]);

describe("the lanes of a timeline", () => {
  it("show the bot's part, the wait, the ringing, the talk and the work after it, each as long as it was", () => {
    const callback = { isCallbackOpted: true, callbackOptedAt: at(21), callbackAcceptedAt: at(48) };
    const missed = [{ agentId: "u-2", agentName: "Ann", assignedAt: at(10), reason: "Ignored" }];
    expect(shapeOf(conversation({ destinations: [entry(0, { ...callback, missed })] }))).toEqual([
      ["Session", "0–80"],
      ["Bot", "0–2"],
      ["Queue", "2–47"],
      ["Callback", "21–48"],
      ["Missed", "10–22"],
      ["Agent", "22–47", "47–83", "83–88"],
    ]);
  });

  it("are the session and the bot's where it went nowhere", () => {
    expect(shapeOf(conversation())).toEqual([
      ["Session", "0–80"],
      ["Bot", "0–80"],
    ]);
  });

  it("are six at the most, however many destinations there are", () => {
    const destinations = Array.from({ length: 30 }, (_, index) => entry(index, { enteredAt: at(2 + index) }));
    const lanes = lanesOf(conversation({ destinations }));
    expect(lanes.map(({ label }) => label)).toEqual(["Session", "Bot", "Queue", "Agent"]);
    expect(lanes.find(({ label }) => label === "Queue")?.bars).toHaveLength(30);
  });

  it("reach to the last instant known where the record has no end, and say so", () => {
    const lanes = lanesOf(conversation({ endedAt: null, destinations: [entry(0)] }));
    expect(lanes[0]?.bars).toEqual([
      { startAt: at(0), endAt: at(88), kind: "session", label: "Session, without an end" },
    ]);
  });

  it("let a wait and a talk that go on last as far as the copy knows them", () => {
    const isOpen = { endedAt: null, finalStatus: "TRANSIENT_OPEN" };
    const talking = segment({ interactionEndedAt: null, afterCallWorkEndedAt: null });
    const ends = (destination: Destination) =>
      lanesOf(conversation({ ...isOpen, destinations: [destination] }), at(200)).map(({ label, bars }) => [
        label,
        bars.at(-1)?.endAt,
      ]);
    expect(ends(entry(0, { segment: null }))).toEqual([
      ["Session", at(200)],
      ["Bot", at(2)],
      ["Queue", at(200)],
    ]);
    expect(ends(entry(0, { segment: talking }))).toContainEqual(["Agent", at(200)]);
    // A closed one that never told its end does not grow.
    const closed = conversation({ endedAt: null, destinations: [entry(0, { segment: talking })] });
    expect(lanesOf(closed, at(200))[0]?.bars.at(-1)?.endAt).toBe(at(47));
  });

  it("end the wait where the talk must have begun, or draw none, where the source does not say when it was accepted", () => {
    const unread = segment({ acceptedAt: null });
    const untimed = segment({ acceptedAt: null, interactionSeconds: null });
    expect(shapeOf(conversation({ destinations: [entry(0, { segment: unread })] }))).toEqual([
      ["Session", "0–80"],
      ["Bot", "0–2"],
      ["Queue", "2–47"],
      ["Agent", "22–47", "47–83", "83–88"],
    ]);
    expect(shapeOf(conversation({ destinations: [entry(0, { segment: untimed })] }))).toEqual([
      ["Session", "0–80"],
      ["Bot", "0–2"],
      ["Agent", "83–88"],
    ]);
  });

  it("leave out what runs backwards, which is counted", () => {
    const backwards = segment({ acceptedAt: at(20), interactionEndedAt: at(10), afterCallWorkEndedAt: at(15) });
    const shown = conversation({ endedAt: at(-5), destinations: [entry(0, { segment: backwards })] });
    expect(shapeOf(shown)).toEqual([
      ["Bot", "0–2"],
      ["Queue", "2–20"],
      ["Agent", "10–15"],
    ]);
    // The session, assigned to accepted, accepted to ended.
    expect(countBackwards(shown)).toBe(3);
    expect(countBackwards(conversation({ destinations: [entry(0)] }))).toBe(0);
  });
});

describe("the events of a timeline", () => {
  it("are in the order of time, from the start to whoever ended it", () => {
    const events = timelineEventsOf(conversation({ endedAt: at(90), destinations: [entry(0)] }));
    expect(events.map(({ at: instant, label }) => [instant, label])).toEqual([
      [at(0), "Session started"],
      [at(2), "Entered Default Queue"],
      [at(22), "Assigned to John Doe"],
      [at(47), "Accepted, first response"],
      [at(83), "Interaction ended"],
      [at(88), "After-call work done"],
      [at(90), "User Hangup"],
    ]);
  });
});
