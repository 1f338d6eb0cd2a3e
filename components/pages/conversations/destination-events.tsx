"use client";

import { Chunks, ScrollBox } from "@/components/ui/panel/in-sight";
import type { ConversationDetail, Destination } from "@/lib/shared/conversation";
import { formatShortDay, formatTime } from "@/lib/shared/format";
import { type ConversationEvent, eventsOf } from "./conversation-events";
import { cut } from "./cut";
import { FilterLink } from "./filter-link";

/** More than these scroll in a box of their own, so that the rest of the page stays near. */
const CHUNK = 10;
const [HEAD_HEIGHT, EVENT_HEIGHT] = [48, 37];

/** What happened at each destination, in order, and what the agents noted. */
export function DestinationEvents({ conversation }: { conversation: ConversationDetail }) {
  const { destinations } = conversation;
  if (destinations.length === 0) {
    return <p className="text-ink-3">It was never sent to a queue or an agent.</p>;
  }
  return (
    <ScrollBox label="Destinations" isScrolling={destinations.length > CHUNK} className="max-h-[80vh]">
      <Chunks
        items={destinations}
        size={CHUNK}
        heightOf={(destination) => HEAD_HEIGHT + EVENT_HEIGHT * eventsOf(destination, conversation).length}
      >
        {(chunk) => (
          <div className={destinations.length > CHUNK ? "grid gap-5 pb-5" : "grid gap-5"}>
            {chunk.map((destination) => (
              <DestinationSection key={destination.position} destination={destination} conversation={conversation} />
            ))}
          </div>
        )}
      </Chunks>
    </ScrollBox>
  );
}

function DestinationSection(props: { destination: Destination; conversation: ConversationDetail }) {
  const { destination, conversation } = props;
  return (
    <section aria-label={nameOf(destination)}>
      <h3 className="flex justify-between gap-3 pb-1 text-ink-3 text-s">
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <DestinationName destination={destination} />
        </span>
        <span>{destination.outcome}</span>
      </h3>
      <ol>
        {eventsOf(destination, conversation).map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two can be alike, and they never change places
          <EventRow key={index} event={event} conversation={conversation} />
        ))}
      </ol>
      <Notes notes={destination.segment?.notes ?? []} />
    </section>
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
  return notes.map((note, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two can be alike, and they never change places
    <blockquote key={index} dir="auto" className="border-line border-t py-2 text-ink-2 sm:pl-[86px]">
      “{cut(note)}”
    </blockquote>
  ));
}
