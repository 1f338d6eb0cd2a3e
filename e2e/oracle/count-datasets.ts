import type { Conversation } from "./conversation";
import type { Names } from "./names";
import type { OracleRow } from "./query";
import { sortRows } from "./row-order";
import type { Scope } from "./selection";
import { ratio } from "./statistics";

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
