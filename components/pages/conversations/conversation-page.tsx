import { PageHeader } from "@/components/shell/page-header";
import { CopyButton } from "@/components/ui/form/copy-button";
import { Panel } from "@/components/ui/panel/panel";
import type { ConversationDetail } from "@/lib/shared/conversation";
import { formatDay, formatZone } from "@/lib/shared/format";
import { BackLink } from "./back-link";
import { ContextPanel } from "./context-panel";
import { ConversationPager } from "./conversation-pager";
import { ConversationSummary } from "./conversation-summary";
import { ConversationTimeline } from "./conversation-timeline";
import { DestinationEvents } from "./destination-events";
import { OutcomeMark } from "./outcome-mark";
import type { PageConversation } from "./page-conversation";
import { RawRecord } from "./raw-record";
import { TagsPanel } from "./tags-panel";

const PILL = "inline-flex h-[22px] items-center rounded-full border border-line bg-surface px-2 font-medium text-s";

const COLUMN = "col-span-full grid min-w-0 content-start gap-3 md:gap-4";

/** One conversation: what happened, when, and with whom. */
export function ConversationPage({ conversation, rawLength }: PageConversation) {
  const { destinations, timeZone } = conversation;
  return (
    <>
      <PageHeader
        title={
          <>
            <BackLink /> <bdi title={conversation.id}>{conversation.id}</bdi>
          </>
        }
        tools={
          <>
            <ConversationPager id={conversation.id} />
            <CopyButton label="Copy link" what="Link" />
          </>
        }
        incomplete={<ConversationIncomplete conversation={conversation} />}
      >
        <CopyButton label="Copy id" what="Conversation id" text={conversation.id} />
        <span className={PILL}>
          <OutcomeMark outcome={conversation.outcome} />
        </span>
        <span className={PILL}>
          {conversation.channel} · {conversation.direction}
        </span>
      </PageHeader>
      <main id="main" className="page-grid">
        <ConversationSummary conversation={conversation} />
        <ConversationTimeline
          conversation={conversation}
          note={`${daysOf(conversation)}, ${formatZone(timeZone)} time`}
        />
        {/* Two columns, each as long as it is: no panel is stretched to its neighbour. */}
        <div className={`${COLUMN} lg:col-span-7`}>
          <Panel title="Destinations" note={countOf(destinations.length)}>
            <DestinationEvents conversation={conversation} />
          </Panel>
          <TagsPanel tags={conversation.tags} />
        </div>
        <div className={`${COLUMN} lg:col-span-5`}>
          <ContextPanel conversation={conversation} />
        </div>
        <RawRecord id={conversation.id} raw={conversation.raw} rawLength={rawLength} />
      </main>
    </>
  );
}

function daysOf({ startedAt, endedAt, timeZone }: ConversationDetail): string {
  const [from, to] = [formatDay(startedAt, timeZone), formatDay(endedAt ?? startedAt, timeZone)];
  return from === to ? from : `${from} – ${to}`;
}

function countOf(destinations: number): string {
  return destinations === 1 ? "one destination" : `${destinations === 0 ? "no" : destinations} destinations`;
}

/** What this conversation's page does not hold of its record, in words. */
function ConversationIncomplete({ conversation }: { conversation: ConversationDetail }) {
  const words = wordsOf(conversation);
  return words.length === 0 ? null : (
    <p className="min-w-0 text-s text-warn [overflow-wrap:anywhere]">{words.join(" ")}</p>
  );
}

function wordsOf({ unreadFields, isStale, raw }: ConversationDetail): string[] {
  const where = raw === null ? "" : "; the raw record below has them as they came";
  return [
    ...(unreadFields.length > 0
      ? [`Could not be read, and count as missing: ${unreadFields.join(", ")}${where}.`]
      : []),
    ...(isStale ? ["It waits for a re-reading by newer rules: numbers of it can still change."] : []),
  ];
}
