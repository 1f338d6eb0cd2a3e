"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useSyncExternalStore } from "react";
import { PageHeader } from "@/components/shell/page-header";
import { PAGES } from "@/components/shell/pages";
import { Button } from "@/components/ui/form/button";
import { FindField } from "@/components/ui/form/find-field";
import type { GlossaryGroup, TermGroup } from "@/lib/shared/glossary";
import { findEntries, findTerms } from "./find-terms";
import { GlossaryIndex, GroupLinks, isAt } from "./glossary-index";
import { MetricEntry, type ShownOn } from "./metric-entry";
import { GroupHeading, TermSection } from "./term-section";

interface Props {
  groups: readonly GlossaryGroup[];
  terms: readonly TermGroup[];
  pages: readonly ShownOn[];
}

/** Every metric in words, the rules that hold for all, and what cannot be known. */
export function Glossary({ groups, terms, pages }: Props) {
  const [find, setFind] = useQueryState("find", parseAsString.withDefault(""));
  const hash = useHash();
  const found = findEntries(groups, find.trim());
  const foundTerms = findTerms(terms, find.trim());
  return (
    <>
      <PageHeader title={PAGES.glossary.title}>
        <FindField
          label="Find in the glossary"
          placeholder="Find a metric, a rule, an API name"
          value={find}
          onChange={(text) => void setFind(text === "" ? null : text)}
          hasKey
          className="w-full sm:w-80 print:hidden"
        />
      </PageHeader>
      <div className="grid max-w-[1240px] gap-x-8 px-3.5 md:px-6 lg:grid-cols-[196px_minmax(0,1fr)]">
        <GlossaryIndex groups={found} terms={foundTerms} hash={hash} />
        <main id="main" className="grid min-w-0 content-start gap-8 pb-12 lg:pt-4">
          <GroupLinks groups={found} terms={foundTerms} />
          {found.map(({ entries, ...topic }) => (
            <section key={topic.id} aria-labelledby={`group-${topic.id}`}>
              <GroupHeading {...topic} />
              <div className="overflow-clip rounded-panel border border-line bg-surface *:first:border-t-0">
                {entries.map((entry) => (
                  <MetricEntry key={entry.id} entry={entry} pages={pages} isCurrent={isAt(entry, hash)} hash={hash} />
                ))}
              </div>
            </section>
          ))}
          {foundTerms.map((group) => (
            <TermSection key={group.id} {...group} />
          ))}
          {found.length + foundTerms.length === 0 && <NothingFound find={find} onClear={() => void setFind(null)} />}
        </main>
      </div>
    </>
  );
}

function NothingFound({ find, onClear }: { find: string; onClear: () => void }) {
  return (
    <div role="status" className="grid justify-items-start gap-3 py-8 text-ink-2">
      <p>
        Nothing in the glossary speaks of “<bdi>{find.trim()}</bdi>”.
      </p>
      <Button onPress={onClear}>Show all of it</Button>
    </div>
  );
}

const EVENTS = ["hashchange", "popstate"] as const;

function subscribe(change: () => void): () => void {
  for (const event of EVENTS) window.addEventListener(event, change);
  return () => {
    for (const event of EVENTS) window.removeEventListener(event, change);
  };
}

/** The part of the address after #, empty on the server. CSS’s `:target` does not see it after a client-side step. */
function useHash(): string {
  return useSyncExternalStore(
    subscribe,
    () => window.location.hash.slice(1),
    () => "",
  );
}
