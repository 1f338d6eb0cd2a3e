import type { ConversationDetail } from "@/lib/shared/conversation";
import { distinctKeys } from "@/lib/shared/distinct-keys";
import { formatSeconds, formatTime, formatValue } from "@/lib/shared/format";

interface Fact {
  value: string;
  label: string;
}

/** The few numbers that tell how the conversation went. */
export function ConversationSummary({ conversation }: { conversation: ConversationDetail }) {
  const facts = factsOf(conversation);
  const keys = distinctKeys(facts.map(({ label }) => label));
  return (
    <div className="col-span-full overflow-hidden rounded-panel border border-line bg-surface">
      <dl className="-mr-px -mb-px grid grid-cols-[repeat(auto-fit,minmax(min(150px,50%),1fr))]">
        {facts.map(({ value, label }, index) => (
          <div
            key={keys[index]}
            className="flex flex-col border-line border-r border-b px-3.5 py-3 max-sm:last:odd:col-span-full"
          >
            <dt className="order-last text-ink-3 text-s">{label}</dt>
            <dd className="font-semibold text-[18px] tracking-tight">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function factsOf(conversation: ConversationDetail): Fact[] {
  const { destinations, dispositions, startedAt, timeZone } = conversation;
  const start = formatTime(startedAt, timeZone, true);
  const callback = destinations.find((destination) => destination.callbackWaitSeconds !== null);
  const waits = destinations.flatMap(({ waitSeconds }) => waitSeconds ?? []);
  const answered = destinations.flatMap(({ segment }) => (segment?.isAnswered ? [segment] : []));
  return [
    { value: formatValue(conversation.durationSeconds, "seconds"), label: `Session from ${start}` },
    ...waits.slice(0, 1).map((wait) => ({ value: formatSeconds(wait), label: "Wait in the queue" })),
    ...(callback ? [{ value: formatValue(callback.callbackWaitSeconds, "seconds"), label: "Callback wait" }] : []),
    ...answered.slice(0, 2).map((segment) => ({
      value: formatValue(segment.interactionSeconds, "seconds"),
      label: `Interaction, ${segment.agentName}`,
    })),
    ...(answered.length > 0
      ? [
          {
            value: formatValue(sumOf(answered.map((each) => each.afterCallWorkSeconds)), "seconds"),
            label: "After-call work",
          },
        ]
      : []),
    ...(answered.length === 0 ? [{ value: conversation.lastIntent, label: "Last intent" }] : []),
    { value: conversation.disconnectingEvent, label: [conversation.finalStatus, ...dispositions].join(" · ") },
  ];
}

/** Null where none is given: missing is not zero. */
function sumOf(values: readonly (number | null)[]): number | null {
  const given = values.filter((value) => value !== null);
  return given.length === 0 ? null : given.reduce((sum, value) => sum + value, 0);
}
