import { Panel } from "@/components/ui/panel";
import type { ConversationDetail } from "@/lib/shared/conversation";
import { type TagLevel, writeTagFilter } from "@/lib/shared/tag-filter";
import { FilterLink } from "./filter-link";

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
  return tags > 12 ? `${tags} tags` : undefined;
}

function TagList({ label, level, tags }: { label: string; level: TagLevel; tags: readonly Tag[] }) {
  return (
    <section aria-label={`${label} tags`}>
      <h3 className="pb-1.5 text-ink-3">{tags.length === 0 ? `${label}: none` : label}</h3>
      <ul className="flex max-h-80 flex-wrap gap-1.5 overflow-y-auto">
        {tags.map(({ name, value }) => (
          <li
            key={`${name}=${value}`}
            className="inline-flex max-w-full overflow-hidden rounded-small border border-line text-s"
          >
            <FilterLink
              filter="tag"
              value={writeTagFilter({ level, name, value })}
              className="inline-flex min-h-6 min-w-0 hover:bg-sunken"
            >
              <b className="max-w-60 shrink-0 bg-sunken px-1.5 py-0.5 font-medium text-ink-2 [overflow-wrap:anywhere]">
                <bdi>{name}</bdi>
              </b>
              <span className="line-clamp-3 px-1.5 py-0.5 [overflow-wrap:anywhere]">
                <bdi>{value}</bdi>
              </span>
            </FilterLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
