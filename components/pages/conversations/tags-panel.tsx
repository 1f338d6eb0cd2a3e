"use client";

import { Chunks, ScrollBox } from "@/components/ui/panel/in-sight";
import { Panel } from "@/components/ui/panel/panel";
import type { ConversationDetail } from "@/lib/shared/conversation";
import { formatValue } from "@/lib/shared/format";
import { type TagLevel, writeTagFilter } from "@/lib/shared/tag-filter";
import { cut, MOST_LETTERS } from "./cut";
import { FilterLink } from "./filter-link";

const CHUNK = 60;
/** Of a chip, as if three stood beside each other. */
const CHIP_HEIGHT = 10;

type Tag = ConversationDetail["tags"]["session"][number];

/** The tags of both levels. */
export function TagsPanel({ tags }: { tags: ConversationDetail["tags"] }) {
  return (
    <Panel title="Tags" note={countOf(tags.session.length + tags.user.length)}>
      <div className="grid gap-3">
        <TagList label="Session" level="session" tags={tags.session} />
        <TagList label="User" level="user" tags={tags.user} />
      </div>
    </Panel>
  );
}

/** Said where it is no more than a glance. */
function countOf(tags: number): string | undefined {
  return tags > 12 ? `${formatValue(tags, "count")} tags` : undefined;
}

function TagList({ label, level, tags }: { label: string; level: TagLevel; tags: readonly Tag[] }) {
  return (
    <section aria-label={`${label} tags`}>
      <h3 className="pb-1.5 text-ink-3">{tags.length === 0 ? `${label}: none` : label}</h3>
      <ScrollBox label={`${label} tags`} isScrolling={tags.length > CHUNK} className="max-h-80">
        <Chunks items={tags} size={CHUNK} heightOf={() => CHIP_HEIGHT}>
          {(chunk) => (
            <ul
              className={`flex max-h-80 flex-wrap gap-1.5 ${tags.length > CHUNK ? "max-h-none pb-1.5" : "overflow-y-auto"}`}
            >
              {chunk.map((tag, index) => (
                <li
                  // biome-ignore lint/suspicious/noArrayIndexKey: masked, two can be alike, and they never change places
                  key={index}
                  className="inline-flex max-w-full overflow-hidden rounded-small border border-line text-s"
                >
                  <TagChip tag={tag} level={level} />
                </li>
              ))}
            </ul>
          )}
        </Chunks>
      </ScrollBox>
    </section>
  );
}

/** What is longer than any address may be leads nowhere. */
function TagChip({ tag: { name, value }, level }: { tag: Tag; level: TagLevel }) {
  const parts = (
    <>
      <b className="max-w-60 shrink-0 bg-sunken px-1.5 py-0.5 font-medium text-ink-2 [overflow-wrap:anywhere]">
        <bdi>{cut(name)}</bdi>
      </b>
      <span className="line-clamp-3 px-1.5 py-0.5 [overflow-wrap:anywhere]">
        <bdi>{cut(value)}</bdi>
      </span>
    </>
  );
  return name.length + value.length > MOST_LETTERS ? (
    <span className="inline-flex min-h-6 min-w-0">{parts}</span>
  ) : (
    <FilterLink
      filter="tag"
      value={writeTagFilter({ level, name, value })}
      className="inline-flex min-h-6 min-w-0 hover:bg-sunken"
    >
      {parts}
    </FilterLink>
  );
}
