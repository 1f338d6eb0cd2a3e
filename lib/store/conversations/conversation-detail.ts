import type { Kysely } from "kysely";
import { type RawBuilder, sql } from "kysely";
import type { ConversationDetail, Destination, Segment } from "@/lib/shared/conversation";
import { CallboardError } from "@/lib/shared/errors";
import { isoOf, isoOrNull } from "@/lib/shared/instants";
import { maskText } from "@/lib/shared/mask";
import { boundDepth } from "@/lib/shared/nesting";
import type { Scope } from "@/lib/shared/scope";
import { selectFrom } from "@/lib/store/filters/selection";
import type {
  AgentSegmentRow,
  ConversationRow,
  Database,
  DestinationRow,
  MissedAssignmentRow,
} from "@/lib/store/schema/schema";
import { readGone } from "@/lib/store/sync/absent";
import { RULES_VERSION } from "@/lib/store/sync/rules-version";
import { toItems } from "./conversation-items";
import { readNames } from "./names";
import type { Tone } from "./tones";

const ALL_TIME = { startAt: 0, endAt: 8.64e15, from: "", to: "", timeZone: "UTC" };
const given = (seconds: number | null) => (seconds !== null && seconds >= 0 ? seconds : null);

/** What only the page of one conversation shows: remarks, skills, tones, and the customer's profile as it came. */
export interface ConversationContext {
  dispositionRemarks: string[];
  skills: string[];
  tones: Tone[];
  profile: Record<string, string>;
}

export interface Reading {
  timeZone: string;
  /** Reads the vendor's record, which the store does not know (lib/sync/normalize/context). */
  readContext: (record: string) => ConversationContext | null;
}

/**
 * One conversation whole, within the scope.
 * @throws CallboardError `not_found` where there is none, or none that the scope may see: no reply tells the two apart.
 */
export async function readConversation(
  db: Kysely<Database>,
  scope: Scope,
  id: string,
  { timeZone, readContext }: Reading,
): Promise<ConversationDetail> {
  const query: RawBuilder<ConversationRow> = sql`
    select t.* ${selectFrom("conversation", scope, { range: ALL_TIME, filters: {} })} and t.conversation_id = ${id} limit 1`;
  const row = (await query.execute(db)).rows[0];
  if (!row) {
    throw await whyThereIsNone(db, scope, id);
  }
  // With its start: zone maps then leave out all that started at other times.
  const isOfIt = sql<boolean>`conversation_id = ${id} and started_at = ${row.startedAt}`;
  const [items, destinations, segments, missed, tags, unread, raw, queueNames, agentNames] = await Promise.all([
    toItems(db, scope, [row]),
    db.selectFrom("destinations").selectAll().where(isOfIt).orderBy("position").execute(),
    db.selectFrom("agentSegments").selectAll().where(isOfIt).execute(),
    db.selectFrom("missedAssignments").selectAll().where(isOfIt).orderBy("assignedAt").execute(),
    db.selectFrom("conversationTags").selectAll().where(isOfIt).orderBy("name").orderBy("value").execute(),
    db.selectFrom("unreadFields").select("field").distinct().where(isOfIt).orderBy("field").execute(),
    db.selectFrom("rawRecords").selectAll().where(isOfIt).executeTakeFirst(),
    readNames(db, "queue"),
    readNames(db, "agent"),
  ]);
  const item = items[0];
  if (!item) {
    throw new CallboardError("not_found", NONE);
  }
  const shown = (text: string) => (scope.canSeePersonalData ? text : maskText(text));
  const context = raw && readContext(raw.record);
  const tagsOf = (level: string) =>
    tags.filter((tag) => tag.level === level).map(({ name, value }) => ({ name, value: shown(value) }));
  const names = { queueNames, agentNames, shown };
  return {
    ...item,
    timeZone,
    lastIntent: row.lastIntent,
    botId: row.botId,
    userId: row.userId,
    destinations: destinations.map((destination) => toDestination(destination, segments, missed, names)),
    tags: { session: tagsOf("session"), user: tagsOf("user") },
    dispositionRemarks: (context?.dispositionRemarks ?? []).map(shown),
    skills: context?.skills ?? [],
    tones: context?.tones ?? [],
    profile: scope.canSeePersonalData ? (context?.profile ?? {}) : {},
    unreadFields: unread.map(({ field }) => field),
    isStale: raw !== undefined && raw.rulesVersion < RULES_VERSION,
    raw: scope.canSeePersonalData && raw ? boundDepth(JSON.parse(raw.record)) : null,
  };
}

const NONE = "There is no conversation with this id in what you may see.";

/** Who sees all queues may know what became of it; whose queues it was in is known no longer. */
async function whyThereIsNone(db: Kysely<Database>, scope: Scope, id: string): Promise<CallboardError> {
  const absent = scope.queues === "all" ? await readGone(db, id) : null;
  if (!absent) {
    return new CallboardError("not_found", NONE);
  }
  const { replacedBy, firstMissedAt } = absent;
  return replacedBy === null
    ? new CallboardError(
        "not_found",
        `This conversation was erased at the source: readings from ${isoOf(firstMissedAt)} on no longer held it.`,
        { firstMissedAt: isoOf(firstMissedAt) },
      )
    : new CallboardError("not_found", `This session of the bot’s has become the conversation ${replacedBy}.`, {
        replacedBy,
      });
}

interface Names {
  queueNames: Map<string, string>;
  agentNames: Map<string, string>;
  shown: (text: string) => string;
}

function toDestination(
  row: DestinationRow,
  segments: readonly AgentSegmentRow[],
  missed: readonly MissedAssignmentRow[],
  { queueNames, agentNames, shown }: Names,
): Destination {
  const segment = segments.find(({ position }) => position === row.position);
  return {
    position: row.position,
    type: row.destinationType,
    queueId: row.queueId || null,
    queueName: queueNames.get(row.queueId) || row.queueId || null,
    outcome: row.outcome || null,
    enteredAt: isoOrNull(row.enteredAt),
    isCallbackOpted: row.isCallbackOpted,
    callbackOptedAt: isoOrNull(row.callbackOptedAt),
    callbackAcceptedAt: isoOrNull(row.callbackAcceptedAt),
    waitSeconds: given(row.waitSeconds),
    callbackWaitSeconds: given(row.callbackWaitSeconds),
    segment: segment ? toSegment(segment, agentNames, shown) : null,
    missed: missed
      .filter(({ position }) => position === row.position)
      .map(({ agentId, assignedAt, reason }) => ({
        agentId,
        agentName: agentNames.get(agentId) ?? agentId,
        assignedAt: isoOrNull(assignedAt),
        reason,
      })),
  };
}

function toSegment(row: AgentSegmentRow, names: Map<string, string>, shown: (text: string) => string): Segment {
  return {
    agentId: row.agentId,
    agentName: names.get(row.agentId) ?? row.agentId,
    agentEmail: row.agentEmail,
    isAnswered: row.isAnswered,
    assignedAt: isoOrNull(row.assignedAt),
    acceptedAt: isoOrNull(row.acceptedAt),
    firstResponseAt: isoOrNull(row.firstResponseAt),
    interactionEndedAt: isoOrNull(row.interactionEndedAt),
    afterCallWorkEndedAt: isoOrNull(row.afterCallWorkEndedAt),
    pickupSeconds: given(row.pickupSeconds),
    firstResponseSeconds: given(row.firstResponseSeconds),
    interactionSeconds: given(row.interactionSeconds),
    afterCallWorkSeconds: given(row.afterCallWorkSeconds),
    notes: (JSON.parse(row.notes) as string[]).map(shown),
  };
}
