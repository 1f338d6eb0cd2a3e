import type { EntryOutcome, Outcome } from "@/lib/shared/outcomes";
import type { AccountRow, SessionRow, TokenRow, UserRow } from "./schema-people";
import type { AbsentConversationRow, CopyLeaseRow, RejectedRecordRow, SyncWindowRow } from "./schema-sync";

/**
 * Tables of the store; Kysely's CamelCasePlugin turns these names into the snake_case of SQL.
 * Instants are Unix milliseconds in UTC (`…At`), so that both engines do the same arithmetic and
 * no driver converts zones; durations are seconds as computed, a negative one kept so that it can be counted.
 * `conversationId` is the record's `conversationId`, or its `sessionId` where there is none, and keys and joins all.
 * `startedAt` is the conversation's start, repeated in every family: attribution (METRICS) and pruning both use it.
 */
export interface ConversationRow {
  conversationId: string;
  sessionId: string | null;
  startedAt: number;
  endedAt: number | null;
  durationSeconds: number | null;
  channel: string;
  direction: string;
  isInbound: boolean;
  finalStatus: string;
  disconnectingEvent: string;
  outcome: Outcome;
  lastIntent: string;
  /** Ids of all its queues, and of all agents who answered or missed it, as `listIds` writes them. */
  conversationQueues: string;
  conversationAgents: string;
  botId: string | null;
  userId: string | null;
  customerName: string | null;
  customerPhone: string | null;
  customerEmail: string | null;
  csatScore: number | null;
  npsScore: number | null;
  likeScore: number | null;
  /** Start by the session's id less start by its time, in seconds; null where the id is of another form. */
  sessionSkewSeconds: number | null;
}

/**
 * What filters compare of a conversation, repeated in the families whose rows metrics count: a join by ids of 36 letters
 * would take as long as all the rest of a query. Unlike `outcome`, which an entry has too, the names are the conversation's.
 */
export interface ConversationFacts
  extends Pick<
    ConversationRow,
    | "channel"
    | "direction"
    | "finalStatus"
    | "disconnectingEvent"
    | "lastIntent"
    | "conversationQueues"
    | "conversationAgents"
  > {
  conversationOutcome: Outcome;
}

/** The vendor's record as it came, and its hash: an unchanged record writes nothing. */
export interface RawRecordRow {
  conversationId: string;
  startedAt: number;
  contentHash: string;
  record: string;
  /** Of the id (`idHashOf`), to look it up by. */
  idHash: number;
  /** `RULES_VERSION` of the rules that made the conversation's rows. */
  rulesVersion: number;
}

/** A field of the record that holds something which could not be read, by the vendor's name for it. */
export interface UnreadFieldRow {
  conversationId: string;
  startedAt: number;
  field: string;
}

/**
 * A destination of any type; `outcome` is empty where it is no queue entry. What belongs to no queue has an empty
 * `queueId` here and below: DuckDB takes several times as long over a column of texts with a null among them.
 */
export interface DestinationRow extends ConversationFacts {
  conversationId: string;
  startedAt: number;
  position: number;
  destinationType: string;
  isEntry: boolean;
  isInbound: boolean;
  queueId: string;
  outcome: EntryOutcome | "";
  enteredAt: number | null;
  waitSeconds: number | null;
  isCallbackOpted: boolean;
  callbackOptedAt: number | null;
  callbackAcceptedAt: number | null;
  callbackWaitSeconds: number | null;
  /** Whether it is the conversation's first entry of a queue. */
  isFirstEntry: boolean;
  /** From entering to the conversation's end, where the entry was abandoned. */
  abandonSeconds: number | null;
}

export interface AgentSegmentRow extends ConversationFacts {
  conversationId: string;
  startedAt: number;
  position: number;
  queueId: string;
  agentId: string;
  agentEmail: string | null;
  isAnswered: boolean;
  assignedAt: number | null;
  acceptedAt: number | null;
  firstResponseAt: number | null;
  interactionEndedAt: number | null;
  afterCallWorkEndedAt: number | null;
  pickupSeconds: number | null;
  firstResponseSeconds: number | null;
  interactionSeconds: number | null;
  afterCallWorkSeconds: number | null;
  handleSeconds: number | null;
  notes: string;
}

/** One row a distinct (agent, assignedAt) of a destination, without pairs that are a responder's own. */
export interface MissedAssignmentRow extends ConversationFacts {
  conversationId: string;
  startedAt: number;
  position: number;
  queueId: string;
  agentId: string;
  assignedAt: number | null;
  /** Identifies the pair within the whole store where several destinations list it; else empty (`ASSIGNMENTS`). */
  assignmentKey: string;
  reason: string | null;
}

export interface TagRow extends ConversationFacts {
  conversationId: string;
  startedAt: number;
  level: "session" | "user";
  name: string;
  value: string;
}

export interface DispositionRow {
  conversationId: string;
  startedAt: number;
  disposition: string;
}

/** A tone that the bot found in a conversation, and how strong it was: below 0 the opposite of it. */
export interface ToneRow extends ConversationFacts {
  conversationId: string;
  startedAt: number;
  tone: string;
  level: number | null;
}

/** The name of a queue or an agent: the one on the record that started last, since records can lack it. */
export interface NameRow {
  kind: "queue" | "agent";
  id: string;
  name: string;
  namedAt: number;
}

/** What a queue counts as in time; the row of the empty id holds for queues that set none. Seconds. */
export interface ServiceLevelRow {
  queueId: string;
  thresholdSeconds: number | null;
  /** Entries abandoned sooner are left out of the service level; null leaves none out. */
  shortAbandonSeconds: number | null;
}

/** What people have set in the application, by its name. */
export interface SettingRow {
  key: string;
  value: string;
}

export interface Database {
  conversations: ConversationRow;
  rawRecords: RawRecordRow;
  destinations: DestinationRow;
  agentSegments: AgentSegmentRow;
  missedAssignments: MissedAssignmentRow;
  conversationTags: TagRow;
  conversationDispositions: DispositionRow;
  conversationTones: ToneRow;
  unreadFields: UnreadFieldRow;
  names: NameRow;
  syncWindows: SyncWindowRow;
  rejectedRecords: RejectedRecordRow;
  absentConversations: AbsentConversationRow;
  settings: SettingRow;
  serviceLevels: ServiceLevelRow;
  user: UserRow;
  session: SessionRow;
  account: AccountRow;
  apikey: TokenRow;
  copyLease: CopyLeaseRow;
}

/** The families that hold a conversation's rows, replaced together when its record changes. */
export interface ConversationRows {
  conversations: ConversationRow[];
  rawRecords: RawRecordRow[];
  destinations: DestinationRow[];
  agentSegments: AgentSegmentRow[];
  missedAssignments: MissedAssignmentRow[];
  conversationTags: TagRow[];
  conversationDispositions: DispositionRow[];
  conversationTones: ToneRow[];
  unreadFields: UnreadFieldRow[];
  names: NameRow[];
}
