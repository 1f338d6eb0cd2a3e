import type { EntryOutcome, Outcome } from "@/lib/shared/outcomes";

export interface ConversationOutcomeInput {
  finalStatus: string;
  disconnectingEvent: string;
  hasAnsweredSegment: boolean;
  hasDestination: boolean;
}

/** METRICS, "Outcome of a conversation": the first rule that holds. */
export function outcomeOfConversation(facts: ConversationOutcomeInput): Outcome {
  if (facts.hasAnsweredSegment) {
    return "answered";
  }
  if (facts.finalStatus.startsWith("TRANSIENT")) {
    return "open";
  }
  if (facts.finalStatus === "BotResolved" && !facts.hasDestination) {
    return "contained";
  }
  const isAbandoned =
    facts.finalStatus === "USER ABANDONED" ||
    facts.finalStatus === "Dropped" ||
    facts.disconnectingEvent === "User Hangup";
  return isAbandoned ? "abandoned" : "unanswered";
}

export interface EntryOutcomeInput {
  isAnswered: boolean;
  isCallbackOpted: boolean;
  isLastDestination: boolean;
  conversationOutcome: Outcome;
}

/** METRICS, "Outcome of a queue entry": the first rule that holds. */
export function outcomeOfEntry(facts: EntryOutcomeInput): EntryOutcome {
  if (facts.isAnswered) {
    return "answered";
  }
  if (facts.isCallbackOpted) {
    return "callback";
  }
  if (!facts.isLastDestination) {
    return "transferred";
  }
  return facts.conversationOutcome === "abandoned" ? "abandoned" : "unanswered";
}
