/** A tag of a session or user. */
export interface Tag {
  name: string;
  value: string;
}

export interface VendorRespondingAgent {
  agentId: string;
  agentNotes: string[];
  destinationType: "AgentSegment";
  status?: string;
  firstResponseTime?: string;
  firstResponseDuration?: number;
  interactionEndTime?: string;
  interactionDuration?: number;
  afterCallWorkDuration?: number;
  afterCallWorkEndTime?: string;
  email: string;
  name: string;
  acceptedTime: string;
  assignedAt: string;
}

export interface VendorNonRespondingAgent {
  agentId: string;
  agentNotes: string[];
  destinationType?: "AgentSegment";
  email: string;
  name: string;
  assignedAt: string;
  nonResponseEvent?: string;
}

/** A queue entry, or a segment of one agent, which then carries the agent's fields itself or in `respondingAgent`. */
export interface VendorDestination extends Partial<Omit<VendorRespondingAgent, "destinationType">> {
  destinationType: "QueueEntry" | "AgentSegment";
  queueId?: string;
  queueName?: string;
  CallbackOpted?: boolean | "True";
  CallbackOptedTime?: string;
  userCallbackAcceptTime?: string;
  EnterTime?: string;
  respondingAgent?: VendorRespondingAgent;
  nonRespondingAgents?: VendorNonRespondingAgent[];
}

export interface VendorCustomerInfo {
  CustomerPhone: string;
  CenterPhone: string;
  CustomerFirstName: string;
  CustomerLastName: string;
  CustomerEmail: string;
  Direction: "Inbound" | "Outbound";
}

/** What every record has by which it is known. */
export interface RecordIds {
  conversationId?: string;
  sessionId: string;
}

/** One row of a reply as the vendor's page shows it: a bot-only session, or an agent conversation. */
export interface VendorRecord extends RecordIds {
  channel: string;
  skills?: string[];
  finalStatus: string;
  disconnectingEvent?: string;
  botId: string;
  orgId?: string;
  automationBotIDs?: string[];
  dispositions?: string[];
  dispositionRemarks?: string[];
  metaInfo?: Record<string, unknown>;
  customerinfo?: VendorCustomerInfo;
  sessionStartTime: string;
  sessionEndTime?: string;
  channelSpecificUserId?: string;
  userId: string;
  destinations?: VendorDestination[];
  userleveltags?: Tag[];
  sessionleveltags?: Tag[];
  csatScore?: number;
  npsScore?: number;
  likeDislikeScore?: number;
  surveyType?: string;
  csatFeedback?: string;
}
