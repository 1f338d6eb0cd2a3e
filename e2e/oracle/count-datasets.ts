import type { Conversation } from "./conversation";
import type { Names } from "./names";
import type { OracleRow } from "./query";
import { sortRows } from "./row-order";
import type { Scope } from "./selection";
import { average, present, ratio } from "./statistics";

type Keys = Record<string, string>;

/** One row for each set of keys that a conversation has; one that has it twice counts once. */
function countConversations(scopes: readonly Scope[], listKeys: (conversation: Conversation) => Keys[]): OracleRow[] {
  const counts = new Map<string, { keys: Keys; conversations: number }>();
  for (const { conversation } of scopes) {
    const own = new Map(listKeys(conversation).map((keys) => [JSON.stringify(keys), keys]));
    for (const [id, keys] of own) {
      const conversations = (counts.get(id)?.conversations ?? 0) + 1;
      counts.set(id, { keys, conversations });
    }
  }
  return [...counts.values()].map(({ keys, conversations }) => ({ ...keys, conversations }));
}

/** Rows of `key`, conversations, share; the share is of all conversations that the filters leave. */
export function countShares(
  scopes: readonly Scope[],
  key: string,
  listValues: (conversation: Conversation) => string[],
): OracleRow[] {
  const rows = countConversations(scopes, (conversation) =>
    listValues(conversation).map((value) => ({ [key]: value })),
  );
  const withShares = rows.map((row) => ({ ...row, share: ratio(Number(row.conversations), scopes.length) }));
  return sortRows(withShares, "conversations", [key]);
}

export function countStatusesByEvent(scopes: readonly Scope[]): OracleRow[] {
  const rows = countConversations(scopes, ({ finalStatus, disconnectingEvent }) => [
    { finalStatus, disconnectingEvent },
  ]);
  return sortRows(rows, "conversations", ["finalStatus", "disconnectingEvent"]);
}

/** The bot's own: no queue, and no agent who answered; each event with how many of them came out how. */
export function countBotEvents(scopes: readonly Scope[]): OracleRow[] {
  const own = scopes.filter(({ conversation }) => {
    return conversation.entries.length === 0 && conversation.outcome !== "answered";
  });
  return splitByOutcome(own, "disconnectingEvent", ({ disconnectingEvent }) => disconnectingEvent);
}

/** Rows of `key`, conversations, share, and of each outcome how many. */
export function splitByOutcome(
  scopes: readonly Scope[],
  key: string,
  readValue: (conversation: Conversation) => string,
): OracleRow[] {
  return countShares(scopes, key, (conversation) => [readValue(conversation)]).map((row) => {
    const own = scopes.filter(({ conversation }) => readValue(conversation) === row[key]);
    const count = (outcome: string) => own.filter(({ conversation }) => conversation.outcome === outcome).length;
    const outcomes = ["answered", "contained", "abandoned", "unanswered", "open"] as const;
    return { ...row, ...Object.fromEntries(outcomes.map((outcome) => [outcome, count(outcome)])) };
  });
}

/** Intents also say how many of those that are over and came in the bot contained. */
export function countIntents(scopes: readonly Scope[]): OracleRow[] {
  return splitByOutcome(scopes, "intent", ({ intent }) => intent).map((row) => {
    const over = scopes.filter(({ conversation: { intent, isInbound, outcome } }) => {
      return intent === row.intent && isInbound && outcome !== "open";
    });
    const contained = over.filter(({ conversation }) => conversation.outcome === "contained");
    return { ...row, containmentRate: ratio(contained.length, over.length) };
  });
}

export function countTones(scopes: readonly Scope[]): OracleRow[] {
  const tones = scopes.flatMap(({ conversation }) => conversation.tones);
  return countShares(scopes, "tone", (conversation) => conversation.tones.map(({ name }) => name)).map((row) => ({
    ...row,
    toneLevelAverage: average(present(tones.filter(({ name }) => name === row.tone).map(({ level }) => level))),
  }));
}

/** Assignments that were missed, by why; the same one counts once for each reason. */
export function countMissedReasons(scopes: readonly Scope[]): OracleRow[] {
  const assignments = new Map<string, Set<string>>();
  for (const { conversation, misses } of scopes) {
    for (const { reason, agentId, assignedAt } of misses) {
      const known = assignments.get(reason) ?? new Set();
      assignments.set(reason, known.add(`${conversation.key} ${agentId} ${assignedAt}`));
    }
  }
  const rows = [...assignments].map(([reason, { size }]) => ({ reason, missed: size }));
  return sortRows(rows, "missed", ["reason"]);
}

/** Each name of a tag with the conversations that have it, and how many values it was given. */
export function countTagNames(scopes: readonly Scope[]): OracleRow[] {
  const rows = countConversations(scopes, ({ tags }) => tags.map(({ level, name }) => ({ level, name }))).map((row) => {
    const own = scopes
      .flatMap(({ conversation }) => conversation.tags)
      .filter(({ level, name }) => {
        return level === row.level && name === row.name;
      });
    const share = ratio(Number(row.conversations), scopes.length);
    return { ...row, share, values: new Set(own.map(({ value }) => value)).size };
  });
  return sortRows(rows, "conversations", ["level", "name"]);
}

/** The ten most frequent values of each name. */
export function countTagValues(scopes: readonly Scope[]): OracleRow[] {
  const seen = new Map<string, number>();
  return countTags(scopes).filter(({ level, name }) => {
    const key = JSON.stringify([level, name]);
    const place = (seen.get(key) ?? 0) + 1;
    seen.set(key, place);
    return place <= 10;
  });
}

export function countTags(scopes: readonly Scope[]): OracleRow[] {
  const rows = countConversations(scopes, ({ tags }) => tags.map(({ level, name, value }) => ({ level, name, value })));
  return sortRows(rows, "conversations", ["level", "name", "value"]);
}

/** Channel → bot or first queue → outcome → disconnecting event: three links for each conversation. */
export function countFlow(scopes: readonly Scope[], names: Names): OracleRow[] {
  const links = (stage: (conversation: Conversation, place: string) => Keys) =>
    countConversations(scopes, (conversation) => {
      const first = conversation.entries[0];
      return [stage(conversation, first === undefined ? "Bot" : names.queues.find(first.queueId))];
    });
  const rows = [
    ...links(({ channel }, place) => ({ source: channel, target: place })),
    ...links(({ outcome }, place) => ({ source: place, target: outcome })),
    ...links(({ outcome, disconnectingEvent }) => ({ source: outcome, target: disconnectingEvent })),
  ];
  return sortRows(rows, "conversations", ["source", "target"]);
}
