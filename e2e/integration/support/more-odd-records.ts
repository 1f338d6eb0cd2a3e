/** A record as JSON text, alone in its day (UTC), with what METRICS makes of it by hand and the fields it cannot read. */
export interface OddRecord {
  name: string;
  day: string;
  want: Record<string, unknown>;
  unread?: string[];
  text: string;
}

type Fields = Record<string, unknown>;

const DAY = "2026-11-21";
const at = (time: string) => `${DAY}T15:${time}`;

const AGENT = {
  agentId: "u-a1",
  agentNotes: [],
  destinationType: "AgentSegment",
  status: "Answered",
  firstResponseTime: at("00:25"),
  firstResponseDuration: 5,
  interactionEndTime: at("01:40"),
  interactionDuration: 80,
  afterCallWorkDuration: 10,
  afterCallWorkEndTime: at("01:50"),
  email: "a1@example.com",
  name: "Agent One",
  acceptedTime: at("00:20"),
  assignedAt: at("00:15"),
};

const ENTRY = {
  destinationType: "QueueEntry",
  queueId: "qu-1",
  queueName: "Default Queue",
  CallbackOpted: false,
  EnterTime: at("00:10"),
  respondingAgent: AGENT,
};

/** An answered inbound conversation of one queue: wait 10 s, interaction 80 s, after-call work 10 s. */
const PLAIN = {
  conversationId: "c-1",
  // 2026-11-21T15:00:00Z in Unix seconds.
  sessionId: "6b01b1f0aaaaaaaaaaaa0001",
  channel: "Voice",
  finalStatus: "CLOSED",
  disconnectingEvent: "Agent Closed",
  dispositions: ["Resolved"],
  metaInfo: { agentTransferConfig: { lastIntentName: "Pay Bill" } },
  customerinfo: { CustomerPhone: "+10000000001", Direction: "Inbound" },
  sessionStartTime: at("00:00"),
  sessionEndTime: at("02:00"),
  userleveltags: [],
  sessionleveltags: [],
  destinations: [ENTRY],
};

const ANSWERED = {
  conversations: 1,
  answered: 1,
  offered: 1,
  offeredAnswered: 1,
  waitSecondsAverage: 10,
  interactionSecondsTotal: 80,
  handleSecondsTotal: 90,
  durationSecondsAverage: 120,
};

const LEFT = { finalStatus: "USER ABANDONED", disconnectingEvent: "User Hangup" };
const UNANSWERED = { ...ENTRY, respondingAgent: undefined };

function odd(name: string, fields: Fields, want: Fields, ...unread: string[]): OddRecord {
  return { name, day: DAY, want, unread, text: JSON.stringify({ ...PLAIN, ...fields }) };
}

const agent = (fields: Fields) => ({ destinations: [{ ...ENTRY, respondingAgent: { ...AGENT, ...fields } }] });
const entry = (fields: Fields) => ({ destinations: [{ ...ENTRY, ...fields }] });
const unanswered = (fields: Fields) => ({ ...LEFT, destinations: [{ ...UNANSWERED, ...fields }] });

const OUTBOUND = { ...ANSWERED, offered: 0, offeredAnswered: 0, waitSecondsAverage: null };

/** Cases of the same kinds as those of `fixtures/odd-records.json`. */
export const MORE_ODD_RECORDS: OddRecord[] = [
  odd("nothing odd at all", {}, ANSWERED),
  odd("direction beside", { customerinfo: {}, Direction: "Outbound" }, OUTBOUND),
  odd("direction in another case", { customerinfo: { Direction: " OUTBOUND" } }, OUTBOUND),
  odd("the customer's direction first", { Direction: "Outbound" }, ANSWERED),
  odd(
    "direction of an unknown form, and a good one beside",
    { customerinfo: { Direction: { a: 1, b: 2 } }, Direction: "Outbound" },
    OUTBOUND,
    "Direction",
  ),
  odd("no start, and the queue's is earliest", { sessionStartTime: "" }, { ...ANSWERED, durationSecondsAverage: 110 }),
  odd(
    "no start, and a missed assignment's time is earliest",
    { sessionStartTime: null, ...entry({ nonRespondingAgents: [{ agentId: "u-2", assignedAt: at("00:05") }] }) },
    { ...ANSWERED, missed: 1, durationSecondsAverage: 115 },
  ),
  odd(
    "no start and no destination's time: the session's seconds",
    { sessionStartTime: null, destinations: [] },
    { conversations: 1, answered: 0, durationSecondsAverage: 120 },
  ),
  odd(
    "a start in year 1: the destinations'",
    { sessionStartTime: "0001-01-01T00:00:00" },
    { ...ANSWERED, durationSecondsAverage: 110 },
    "sessionStartTime",
  ),
  odd(
    "a start in year 9999: the destinations'",
    { sessionStartTime: "9999-12-31T23:59:59" },
    { ...ANSWERED, durationSecondsAverage: 110 },
    "sessionStartTime",
  ),
  odd(
    "an end of another form",
    { sessionEndTime: { at: 1, by: 2 } },
    { ...ANSWERED, durationSecondsAverage: null },
    "sessionEndTime",
  ),
  odd(
    "an end before 2010",
    { sessionEndTime: "1970-01-01T00:00:00" },
    { ...ANSWERED, durationSecondsAverage: null },
    "sessionEndTime",
  ),
  odd("a start wrapped", { sessionStartTime: { $date: "2026-11-21T15:00:00Z" } }, ANSWERED),
  odd("a start in Unix milliseconds", { sessionStartTime: Date.parse("2026-11-21T15:00:00Z") }, ANSWERED),
  odd("a clock for a duration", agent({ interactionDuration: "0:01:20" }), ANSWERED),
  odd("seconds with their unit", agent({ interactionDuration: "80 sec", afterCallWorkDuration: "00:00:10" }), ANSWERED),
  odd(
    "words for a duration",
    agent({ interactionDuration: "long" }),
    { ...ANSWERED, interactionSecondsTotal: 0, handleSecondsTotal: 0 },
    "interactionDuration",
  ),
  odd("a dash for a duration", agent({ afterCallWorkDuration: "-" }), { ...ANSWERED, handleSecondsTotal: 80 }),
  odd(
    "a duration without end",
    agent({ interactionDuration: 1e300 }),
    { ...ANSWERED, interactionSecondsTotal: 0, handleSecondsTotal: 0 },
    "interactionDuration",
  ),
  odd("a dislike as a word", { likeDislikeScore: "false" }, { ...ANSWERED, likeRate: 0 }),
  odd(
    "a like",
    { likeDislikeScore: true, csatScore: "4,5", npsScore: "-" },
    { ...ANSWERED, likeRate: 1, csatAverage: 4.5, npsScore: null },
  ),
  odd("a score of an unknown form", { csatScore: { of: 5, is: 4 } }, { ...ANSWERED, csatAverage: null }, "csatScore"),
  odd("an entry in Unix seconds", entry({ EnterTime: Date.parse("2026-11-21T15:00:10Z") / 1000 }), ANSWERED),
  odd(
    "an entry in year 1",
    entry({ EnterTime: "0001-01-01T00:00:00" }),
    { ...ANSWERED, waitSecondsAverage: null },
    "EnterTime",
  ),
  odd(
    "accepted in year 9999, and no status",
    agent({ status: null, acceptedTime: "9999-12-31T00:00:00" }),
    { conversations: 1, answered: 0, unanswered: 1, offered: 1 },
    "acceptedTime",
  ),
  odd(
    "accepted in year 1, and answered by its status",
    agent({ acceptedTime: "0001-01-01T00:00:00" }),
    { ...ANSWERED, waitSecondsAverage: null },
    "acceptedTime",
  ),
  odd("a list of one agent", { destinations: [{ ...ENTRY, respondingAgent: [AGENT] }] }, ANSWERED),
  odd("an empty agent", unanswered({ respondingAgent: {} }), {
    conversations: 1,
    answered: 0,
    abandoned: 1,
    queueAbandonRate: 1,
  }),
  odd(
    "an agent as a text",
    unanswered({ respondingAgent: "Agent One" }),
    { conversations: 1, answered: 0, abandoned: 1 },
    "respondingAgent",
  ),
  odd(
    "a direct agent with parts in both places",
    {
      destinations: [
        ENTRY,
        {
          ...AGENT,
          agentId: "u-a2",
          interactionDuration: 20,
          respondingAgent: { agentId: "u-a2", acceptedTime: at("01:00") },
        },
      ],
    },
    { ...ANSWERED, segmentsAnswered: 2, interactionSecondsTotal: 100, handleSecondsTotal: 120 },
  ),
  odd("the only destination itself", { destinations: ENTRY }, ANSWERED),
  odd("destinations by number", { destinations: { 0: ENTRY } }, ANSWERED),
  odd(
    "destinations as a text",
    { destinations: "none" },
    { conversations: 1, answered: 0, offered: 0 },
    "destinations",
  ),
  odd(
    "nulls behind the last entry",
    { ...LEFT, destinations: [UNANSWERED, null, null] },
    { conversations: 1, abandoned: 1, queueAbandonRate: 1 },
  ),
  odd(
    "nothing but nulls among the destinations",
    { finalStatus: "BotResolved", destinations: [null] },
    { conversations: 1, contained: 1 },
  ),
  odd("a number among the destinations", { destinations: [ENTRY, 7] }, ANSWERED, "destinations"),
  odd(
    "missed by agents without names or ids",
    entry({ nonRespondingAgents: [{ assignedAt: at("00:11") }, { assignedAt: at("00:12") }] }),
    { ...ANSWERED, missed: 2, responseRate: 1 / 3 },
  ),
  odd(
    "missed by one agent alone, not listed",
    entry({ nonRespondingAgents: { agentId: "u-a2", assignedAt: at("00:11"), agentNotes: "busy" } }),
    { ...ANSWERED, missed: 1, responseRate: 1 / 2 },
  ),
  odd("missed by texts", entry({ nonRespondingAgents: ["u-a2"] }), { ...ANSWERED, missed: 0 }, "nonRespondingAgents"),
  odd(
    "a callback by its time, with the flag off",
    unanswered({ CallbackOpted: "False", CallbackOptedTime: `${at("00:30")}.000Z` }),
    { conversations: 1, callbacksOpted: 1, callbacksAccepted: 0, offered: 0 },
  ),
  odd(
    "a callback in year 1",
    unanswered({ CallbackOpted: null, CallbackOptedTime: "0001-01-01T00:00:00Z" }),
    { conversations: 1, callbacksOpted: 0, offered: 1 },
    "CallbackOptedTime",
  ),
  odd(
    "a callback by a word nobody knows",
    unanswered({ CallbackOpted: "perhaps" }),
    { callbacksOpted: 0, offered: 1 },
    "CallbackOpted",
  ),
  odd("tags by their names", { sessionleveltags: { order: 5, products: ["loan"] } }, ANSWERED),
  odd("a profile as a text", { metaInfo: "none", customerinfo: "Pat" }, ANSWERED, "customerinfo", "metaInfo"),
  odd("no conversation's id that can be read", { conversationId: { a: 1, b: 2 } }, ANSWERED, "conversationId"),
];
