import { z } from "zod";
import {
  type Fields,
  isFields,
  readAsText,
  readFields,
  readFlag,
  readLike,
  readList,
  readListOfAny,
  readNumber,
  readPlainText,
  readSeconds,
  readText,
  readValues,
  unpacked,
} from "./forms";

/**
 * Names of the fields whose form is unknown in the record that is being read. Reading is synchronous, so one list
 * serves; `parseRecord` begins it anew.
 */
let unread = new Set<string>();

/** Whatever stands in a field, also where the field itself is missing. */
const anything = z.unknown().nullish();

/** A field of the vendor's, by its name: reads whatever stands there, and notes what it cannot read as unread. */
type Field<T> = (name: string) => z.ZodType<T>;

/** What `read` gives, and `missing` where it finds nothing (null) or nothing that it can read (undefined). */
function field<T, M>(read: (value: unknown) => T | null | undefined, missing: M): Field<T | M> {
  return (name) =>
    anything.transform((value) => {
      const found = read(value);
      if (found === undefined) {
        unread.add(name);
      }
      return found ?? missing;
    });
}

const text = field(readText, null);
const score = field(readNumber, null);
const seconds = field(readSeconds, null);
/** `CallbackOpted` can be the word "True" (FACTS, "Traps"). */
const flag = field(readFlag, false);

export const LONGEST_ID = 500;

/** What rows are found and joined by: keys of any length, or with the character that lists of them are split at, are none. */
const id = field((value) => {
  const found = readPlainText(value);
  return typeof found === "string" && (found.length > LONGEST_ID || found.includes("\x1f")) ? undefined : found;
}, null);

/** A list of texts; `readItem` reads each. */
function textsBy(readItem: (value: unknown) => string | null | undefined): Field<string[]> {
  return (name) =>
    anything.transform((value) =>
      readValues(value).flatMap((item) => {
        const found = readItem(item);
        if (found === undefined) {
          unread.add(name);
        }
        return found ?? [];
      }),
    );
}

/** A text, or the name of what is an object. */
const readNamed = (value: unknown) => readText(isFields(value) && "name" in value ? value.name : value);
const texts = textsBy(readNamed);
/** Notes are only shown: what is no text is shown as JSON. */
const notes = textsBy(readAsText);

type Shape = Record<string, Field<unknown>>;
type Parts<S extends Shape> = { [K in keyof S]: S[K] extends Field<infer T> ? T : never } & Fields;

/** An object of such fields, with unknown ones kept. @param as the name under which all of its fields are noted. */
function objectOf<S extends Shape>(shape: S, as?: string): z.ZodType<Parts<S>> {
  const fields = Object.entries(shape).map(([name, read]) => [name, read(as ?? name)]);
  return z.looseObject(Object.fromEntries(fields)) as unknown as z.ZodType<Parts<S>>;
}

function part<S extends Shape>(shape: S): Field<Parts<S> | null> {
  const object = objectOf(shape);
  return (name) => field(readFields, null)(name).transform((found) => (found === null ? null : object.parse(found)));
}

const hasAny = (shape: Shape) => (fields: Fields) => Object.keys(fields).some((name) => name in shape);

/** A list of objects. @param namesItems whether what goes wrong within is noted under the list's own name. */
function listOf<S extends Shape>(shape: S, { namesItems = false, read = readList } = {}): Field<Parts<S>[]> {
  return (name) => {
    const object = objectOf(shape, namesItems ? name : undefined);
    return anything.transform((value) =>
      (read(value, hasAny(shape)) ?? [undefined]).flatMap((fields) => {
        if (!fields) {
          unread.add(name);
        }
        return fields ? [object.parse(fields)] : [];
      }),
    );
  };
}

const agentFields = {
  agentId: id,
  agentNotes: notes,
  destinationType: text,
  email: text,
  name: text,
  assignedAt: text,
};

const respondingFields = {
  ...agentFields,
  status: text,
  firstResponseTime: text,
  firstResponseDuration: seconds,
  interactionEndTime: text,
  interactionDuration: seconds,
  afterCallWorkDuration: seconds,
  afterCallWorkEndTime: text,
  acceptedTime: text,
};

const destinationFields = {
  ...respondingFields,
  queueId: id,
  queueName: text,
  CallbackOpted: flag,
  CallbackOptedTime: text,
  userCallbackAcceptTime: text,
  EnterTime: text,
  respondingAgent: part(respondingFields),
  nonRespondingAgents: listOf({ ...agentFields, nonResponseEvent: text }),
};

const tagFields = { name: text, value: field(readAsText, null) };

/** Tags also as texts, and as an object of values by name. */
function readTags(given: unknown, isItem: (fields: Fields) => boolean): (Fields | undefined)[] | undefined {
  const value = unpacked(given);
  if (isFields(value) && !isItem(value)) {
    return Object.entries(value).map(([name, tagged]) => ({ name, value: tagged }));
  }
  const items = typeof value === "string" || Array.isArray(value) ? readValues(value) : undefined;
  return items
    ? items.map((item) => (isFields(item) ? (isItem(item) ? item : undefined) : nameOnly(item)))
    : readList(value, isItem);
}

const nameOnly = (item: unknown) => (typeof item === "string" ? { name: item } : undefined);

const tags = listOf(tagFields, { namesItems: true, read: readTags });
const tones = listOf({ tone_name: text, level: score, count: score, totalLevel: score }, { namesItems: true });

const customerFields = {
  CustomerPhone: text,
  CenterPhone: text,
  CustomerFirstName: text,
  CustomerLastName: text,
  CustomerEmail: text,
  Direction: text,
};

const metaFields = {
  agentTransferConfig: part({ lastIntentName: text, dialog_tone: tones }),
  lastIntentName: text,
  dialog_tone: tones,
  customerinfo: part(customerFields),
  firstName: text,
  lastName: text,
  email: text,
  phoneNumber: text,
};

const recordFields = {
  conversationId: id,
  sessionId: id,
  channel: text,
  sessionStartTime: text,
  sessionEndTime: text,
  botId: text,
  userId: text,
  channelSpecificUserId: text,
  orgId: text,
  disconnectingEvent: text,
  finalStatus: text,
  automationBotIDs: texts,
  dispositions: texts,
  dispositionRemarks: notes,
  metaInfo: part(metaFields),
  customerinfo: part(customerFields),
  Direction: text,
  skills: (() => anything.transform(readValues)) as Field<unknown[]>,
  destinations: listOf(destinationFields, { read: readListOfAny }),
  userleveltags: tags,
  sessionleveltags: tags,
  csatScore: score,
  npsScore: score,
  likeDislikeScore: field(readLike, null),
  surveyType: text,
  csatFeedback: text,
};

/**
 * A conversation as the vendor's page describes it. Unknown keys are kept; a known one that is missing, or whose form is
 * unknown, costs nothing but itself.
 */
const recordSchema = objectOf(recordFields);

export type VendorRecord = z.infer<typeof recordSchema>;
export type VendorDestination = VendorRecord["destinations"][number];
export type VendorRespondingAgent = NonNullable<VendorDestination["respondingAgent"]>;

/** The names of an agent's fields that a destination can carry itself. */
export const RESPONDING_FIELDS = Object.keys(respondingFields) as (keyof typeof respondingFields)[];

/** A record and the names of its fields that could not be read, or the reason why it is no conversation's. */
type ParsedRecord = { record: VendorRecord; unread: readonly string[] } | { reason: string };

export function parseRecord(row: unknown): ParsedRecord {
  const fields = readFields(row);
  if (!fields) {
    return { reason: "record: is no object" };
  }
  unread = new Set();
  const record = recordSchema.parse(fields);
  if (record.conversationId === null && record.sessionId === null) {
    return { reason: "record: has neither conversationId nor sessionId" };
  }
  return { record, unread: [...unread] };
}

const wholeNumber = anything.transform((value) => {
  const found = readNumber(value) ?? null;
  return Number.isSafeInteger(found) ? found : null;
});

/** The reply's frame, in which anything may be missing; its rows are read one by one: a bad one does not cost the page. */
export const pageSchema = z.looseObject({
  numResults: wholeNumber,
  data: z.unknown().optional(),
  errors: z.unknown().optional(),
});

/** The key that one conversation has in every page and window (FACTS, "The record"). */
export function keyOf(record: VendorRecord): string {
  return record.conversationId ?? record.sessionId ?? "";
}

/** The key of a record of which nothing else may be readable, null where it has none. @param record its JSON. */
export function keyOfText(record: string): string | null {
  const parsed = parseRecord(JSON.parse(record));
  return "record" in parsed ? keyOf(parsed.record) : null;
}
