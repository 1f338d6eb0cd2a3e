"use client";

import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/form/disclosure";
import { Chunks, ScrollBox } from "@/components/ui/panel/in-sight";
import { Panel } from "@/components/ui/panel/panel";
import type { ConversationDetail } from "@/lib/shared/conversation";
import { distinctKeys } from "@/lib/shared/distinct-keys";
import { cut, MOST_LETTERS } from "./cut";
import { FilterLink } from "./filter-link";

const CHUNK = 60;
const FIELD_HEIGHT = 28;

/** Who the customer is, what it was about, and what was made of it. */
export function ContextPanel({ conversation }: { conversation: ConversationDetail }) {
  const dispositionKeys = distinctKeys(conversation.dispositions);
  const remarkKeys = distinctKeys(conversation.dispositionRemarks);
  return (
    <Panel title="Customer and context">
      <dl className="grid grid-cols-[128px_minmax(0,1fr)] gap-x-3 gap-y-2">
        <Field label="Customer">{conversation.customer}</Field>
        <Field label="Last intent">{conversation.lastIntent}</Field>
        <Field label="Dispositions">
          {conversation.dispositions.map((disposition, index) => (
            <Disposition key={dispositionKeys[index]} name={disposition} />
          ))}
        </Field>
        <Field label="Remarks">
          {conversation.dispositionRemarks.map((remark, index) => (
            <span key={remarkKeys[index]} dir="auto" className="block">
              {cut(remark)}
            </span>
          ))}
        </Field>
        <Field label="Skills">{conversation.skills.join(", ")}</Field>
        <Field label="Tones">
          {conversation.tones.map(({ name, level, count }) => `${name} ${level ?? "–"} (${count ?? "–"}×)`).join(", ")}
        </Field>
        <Field label="Bot">{conversation.botId}</Field>
        <Field label="User">{conversation.userId}</Field>
        <Field label="Session">{conversation.sessionId}</Field>
      </dl>
      <Profile profile={conversation.profile} isHidden={conversation.raw === null} />
    </Panel>
  );
}

const CHIP = "mr-1.5 mb-1 inline-block min-h-6 rounded-small border border-line px-1.5 py-0.5 text-s";

/** What is longer than any address may be leads nowhere. */
function Disposition({ name }: { name: string }) {
  return name.length > MOST_LETTERS ? (
    <span className={CHIP}>{cut(name)}</span>
  ) : (
    <FilterLink filter="disposition" value={name} className={`${CHIP} hover:bg-sunken`}>
      {name}
    </FilterLink>
  );
}

/** All that the source says of the customer, by its own names: too much to stand open. */
function Profile({ profile, isHidden }: { profile: ConversationDetail["profile"]; isHidden: boolean }) {
  const fields = Object.entries(profile);
  if (isHidden) {
    return (
      <p className="mt-3 border-line border-t pt-2.5 text-ink-3">
        What names the customer is masked; the profile is shown to those who may see customers’ personal data.
      </p>
    );
  }
  if (fields.length === 0) {
    return null;
  }
  return (
    <Disclosure
      className="mt-3 border-line border-t pt-2.5"
      summaryClassName="text-ink-2"
      summary={`${fields.length} field${fields.length === 1 ? "" : "s"} of the customer’s profile`}
    >
      {() => (
        <ScrollBox label="The customer’s profile" isScrolling={fields.length > CHUNK} className="max-h-[60vh]">
          <Chunks items={fields} size={CHUNK} heightOf={() => FIELD_HEIGHT}>
            {(chunk) => (
              <dl className="mt-2 grid grid-cols-2 gap-x-3 gap-y-2">
                {chunk.map(([name, value]) => (
                  <Field key={name} label={cut(name)}>
                    {cut(value)}
                  </Field>
                ))}
              </dl>
            )}
          </Chunks>
        </ScrollBox>
      )}
    </Disclosure>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  const isNone = children === null || children === "" || (Array.isArray(children) && children.length === 0);
  return (
    <>
      <dt className="text-ink-3 [overflow-wrap:anywhere]">{label}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">
        {isNone ? <span className="text-ink-3">None</span> : <bdi>{children}</bdi>}
      </dd>
    </>
  );
}
