import { readRecord } from "@/lib/kore/client";
import { readAsText } from "@/lib/kore/forms";
import type { VendorRecord } from "@/lib/kore/schema";
import type { ConversationContext } from "@/lib/store/conversations/conversation-detail";
import type { Tone } from "@/lib/store/conversations/tones";

/** Parts of `metaInfo` that are shown elsewhere. */
const SHOWN_ELSEWHERE = new Set(["dialog_tone", "lastIntentName"]);

/** What only the page of one conversation shows, read from the record as it is stored; null where it cannot be read. */
export function readContext(stored: string): ConversationContext | null {
  const read = readRecord(JSON.parse(stored));
  if ("reason" in read) {
    return null;
  }
  const { record } = read;
  return {
    dispositionRemarks: record.dispositionRemarks,
    skills: record.skills.map(nameOfSkill).filter((name) => name !== ""),
    tones: tonesOf(record),
    profile: { ...flatten(record.customerinfo), ...flatten(record.metaInfo) },
  };
}

/** The tones of a record, wherever they stand; none without a name. */
export function tonesOf({ metaInfo }: VendorRecord): Tone[] {
  const tones = [...(metaInfo?.agentTransferConfig?.dialog_tone ?? []), ...(metaInfo?.dialog_tone ?? [])];
  return tones.flatMap(({ tone_name, level, count }) => (tone_name ? [{ name: tone_name, level, count }] : []));
}

/** Name, phone and mail of the customer, each from the first place that gives it. */
export function customerOf({
  customerinfo,
  metaInfo,
}: VendorRecord): Record<"name" | "phone" | "email", string | null> {
  const places = [customerinfo, metaInfo?.customerinfo];
  const names = [
    ...places.map((place) => [place?.CustomerFirstName, place?.CustomerLastName]),
    [metaInfo?.firstName, metaInfo?.lastName],
  ];
  const firstOf = (values: readonly (string | null | undefined)[]) => values.find((value) => value) ?? null;
  return {
    name: firstOf(names.map((parts) => parts.filter(Boolean).join(" "))),
    phone: firstOf([...places.map((place) => place?.CustomerPhone), metaInfo?.phoneNumber]),
    email: firstOf([...places.map((place) => place?.CustomerEmail), metaInfo?.email]),
  };
}

/** A skill is a text, or an object with a name: the page does not say. */
function nameOfSkill(skill: unknown): string {
  const name = typeof skill === "object" && skill !== null && "name" in skill ? skill.name : skill;
  return readAsText(name) ?? "";
}

/** Parts of the profile that are shown: what lies deeper or beyond stands in the raw record alone. */
const DEEPEST = 20;
const MOST_PARTS = 2000;

/** Nested values by their path, `workinghours.workstart`; empty ones are left out. */
function flatten(value: unknown): Record<string, string> {
  const flat: Record<string, string> = {};
  let parts = 0;
  for (const [path, part] of partsOf(value, "", 0)) {
    if (parts === MOST_PARTS) {
      break;
    }
    flat[path] = part;
    parts += 1;
  }
  return flat;
}

function* partsOf(value: unknown, path: string, depth: number): Generator<[string, string], undefined> {
  if (value === null || value === undefined || value === "") {
    return;
  }
  if (typeof value !== "object") {
    yield [path, String(value)];
    return;
  }
  for (const [key, part] of depth < DEEPEST ? Object.entries(value) : []) {
    if (!SHOWN_ELSEWHERE.has(key)) {
      yield* partsOf(part, path === "" ? key : `${path}.${key}`, depth + 1);
    }
  }
}
