import { Panel } from "@/components/ui/panel";
import type { ConversationDetail } from "@/lib/shared/conversation";

type Tag = ConversationDetail["tags"]["session"][number];

/** The tags of both levels. */
export function TagsPanel({ tags }: { tags: ConversationDetail["tags"] }) {
  return (
    <Panel title="Tags" span={7}>
      <div className="grid gap-3">
        <TagList label="Session" tags={tags.session} />
        <TagList label="User" tags={tags.user} />
      </div>
    </Panel>
  );
}

function TagList({ label, tags }: { label: string; tags: readonly Tag[] }) {
  return (
    <section aria-label={`${label} tags`}>
      <h3 className="pb-1.5 text-ink-3">{tags.length === 0 ? `${label}: none` : label}</h3>
      <ul className="flex flex-wrap gap-1.5">
        {tags.map(({ name, value }) => (
          <li
            key={`${name}=${value}`}
            className="inline-flex max-w-full overflow-hidden rounded-small border border-line text-s"
          >
            <b className="bg-sunken px-1.5 py-0.5 font-medium text-ink-2 [overflow-wrap:anywhere]">{name}</b>
            <span className="px-1.5 py-0.5 [overflow-wrap:anywhere]">
              <bdi>{value}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
