import { describe, expect, it } from "vitest";
import {
  type ConversationOutcomeInput,
  type EntryOutcomeInput,
  outcomeOfConversation,
  outcomeOfEntry,
} from "./outcome";

const CLOSED: ConversationOutcomeInput = {
  finalStatus: "CLOSED",
  disconnectingEvent: "System Hangup",
  hasAnsweredSegment: false,
  hasDestination: true,
};

describe("the outcome of a conversation", () => {
  it.each<[string, Partial<ConversationOutcomeInput>, string]>([
    ["answered by an agent", { hasAnsweredSegment: true }, "answered"],
    ["answered, though it is not over yet", { hasAnsweredSegment: true, finalStatus: "TRANSIENT_OPEN" }, "answered"],
    ["answered, though the bot resolved it", { hasAnsweredSegment: true, finalStatus: "BotResolved" }, "answered"],
    [
      "answered, though the user left in the end",
      { hasAnsweredSegment: true, finalStatus: "USER ABANDONED" },
      "answered",
    ],
    ["not over yet", { finalStatus: "TRANSIENT_OPEN" }, "open"],
    ["any transient status", { finalStatus: "TRANSIENT_DROPOFF" }, "open"],
    [
      "not over yet, though the user hung up",
      { finalStatus: "TRANSIENT_CLOSED", disconnectingEvent: "User Hangup" },
      "open",
    ],
    ["resolved by the bot alone", { finalStatus: "BotResolved", hasDestination: false }, "contained"],
    [
      "resolved by the bot alone, and then the user hung up",
      { finalStatus: "BotResolved", hasDestination: false, disconnectingEvent: "User Hangup" },
      "contained",
    ],
    ["resolved by the bot, after a queue", { finalStatus: "BotResolved", hasDestination: true }, "unanswered"],
    [
      "resolved by the bot, after a queue that the user left",
      { finalStatus: "BotResolved", disconnectingEvent: "User Hangup" },
      "abandoned",
    ],
    ["abandoned by its status", { finalStatus: "USER ABANDONED" }, "abandoned"],
    [
      "abandoned by its status, without any queue",
      { finalStatus: "USER ABANDONED", hasDestination: false },
      "abandoned",
    ],
    ["dropped", { finalStatus: "Dropped" }, "abandoned"],
    ["closed, by the user hanging up", { disconnectingEvent: "User Hangup" }, "abandoned"],
    ["closed, by the system", {}, "unanswered"],
    [
      "closed, by the bot, without any queue",
      { disconnectingEvent: "Bot Hangup", hasDestination: false },
      "unanswered",
    ],
    ["a status that nobody knows", { finalStatus: "SOMETHING NEW", disconnectingEvent: "Not given" }, "unanswered"],
    ["terminated", { finalStatus: "TERMINATED", disconnectingEvent: "Agent Hangup" }, "unanswered"],
  ])("%s", (_, facts, expected) => {
    expect(outcomeOfConversation({ ...CLOSED, ...facts })).toBe(expected);
  });
});

const LAST: EntryOutcomeInput = {
  isAnswered: false,
  isCallbackOpted: false,
  isLastDestination: true,
  conversationOutcome: "unanswered",
};

describe("the outcome of a queue entry", () => {
  it.each<[string, Partial<EntryOutcomeInput>, string]>([
    ["answered", { isAnswered: true }, "answered"],
    ["answered after a callback was asked for", { isAnswered: true, isCallbackOpted: true }, "answered"],
    ["answered and then transferred", { isAnswered: true, isLastDestination: false }, "answered"],
    ["a callback", { isCallbackOpted: true }, "callback"],
    ["a callback, before another queue", { isCallbackOpted: true, isLastDestination: false }, "callback"],
    ["a callback of a customer who left", { isCallbackOpted: true, conversationOutcome: "abandoned" }, "callback"],
    ["left for another destination", { isLastDestination: false }, "transferred"],
    [
      "left for another destination, where it was abandoned",
      { isLastDestination: false, conversationOutcome: "abandoned" },
      "transferred",
    ],
    ["the last one of an abandoned conversation", { conversationOutcome: "abandoned" }, "abandoned"],
    ["the last one of an open conversation", { conversationOutcome: "open" }, "unanswered"],
    ["the last one of a conversation that was answered before", { conversationOutcome: "answered" }, "unanswered"],
    ["the last one, and nobody came", {}, "unanswered"],
  ])("%s", (_, facts, expected) => {
    expect(outcomeOfEntry({ ...LAST, ...facts })).toBe(expected);
  });
});
