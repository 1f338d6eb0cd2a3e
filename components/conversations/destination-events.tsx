import type { ConversationDetail, Destination } from "@/lib/shared/conversation";
import { formatShortDay, formatTime } from "@/lib/shared/format";
import { type ConversationEvent, eventsOf } from "./conversation-events";
import { FilterLink } from "./filter-link";

/** What happened at each destination, in order, and what the agents noted. */
export function DestinationEvents({ conversation }: { conversation: ConversationDetail }) {
  const { destinations } = conversation;
  if (destinations.length === 0) {
    return <p className="text-ink-3">It was never sent to a queue or an agent.</p>;
  }
  return (
    <div className="grid gap-5">
      {destinations.map((destination) => (
        <section key={destination.position} aria-label={nameOf(destination)}>
          <h3 className="flex justify-between gap-3 pb-1 text-ink-3 text-s">
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <DestinationName destination={destination} />
            </span>
            <span>{destination.outcome}</span>
          </h3>
          <ol>
            {eventsOf(destination, conversation).map((event) => (
              <EventRow key={`${event.title} ${event.at} ${event.aside}`} event={event} conversation={conversation} />
            ))}
          </ol>
          <Notes notes={destination.segment?.notes ?? []} />
        </section>
      ))}
    </div>
  );
}

function nameOf({ type, position, queueName, segment }: Destination): string {
  return `${position + 1}. ${type}${queueName ? `, ${queueName}` : segment ? `, ${segment.agentName}` : ""}`;
}

/** The same with its queue and its agent as links to all of theirs. */
function DestinationName({ destination }: { destination: Destination }) {
  const { type, position, queueId, queueName, segment } = destination;
  return (
    <>
      {position + 1}. {type}
      {queueId && (
        <>
          ,{" "}
          <FilterLink filter="queue" value={queueId}>
            <bdi className="text-ink-2">{queueName}</bdi>
          </FilterLink>
        </>
      )}
      {segment && (
        <>
          ,{" "}
          <FilterLink filter="agent" value={segment.agentId}>
            <bdi className="text-ink-2">{segment.agentName}</bdi>
          </FilterLink>
        </>
      )}
    </>
  );
}

function EventRow({ event, conversation }: { event: ConversationEvent; conversation: ConversationDetail }) {
  const { timeZone, startedAt } = conversation;
  const day = event.at && formatShortDay(event.at, timeZone);
  return (
    <li className="grid grid-cols-[72px_minmax(0,1fr)_auto] gap-x-3.5 border-line border-t py-2">
      <time dateTime={event.at ?? undefined} className="text-ink-3">
        {formatTime(event.at, timeZone, true)}
        {day && day !== formatShortDay(startedAt, timeZone) && <span className="block text-xs">{day}</span>}
      </time>
      <b className="font-semibold [overflow-wrap:anywhere]">
        <bdi>{event.title}</bdi>
      </b>
      <span className="text-right text-ink-2">{event.aside}</span>
      {event.text && <p className="col-span-2 col-start-2 text-ink-2">{event.text}</p>}
    </li>
  );
}

function Notes({ notes }: { notes: readonly string[] }) {
  return notes.map((note) => (
    <blockquote key={note} dir="auto" className="border-line border-t py-2 text-ink-2 sm:pl-[86px]">
      “{note}”
    </blockquote>
  ));
}
