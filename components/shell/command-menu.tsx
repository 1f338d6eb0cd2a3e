"use client";

import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from "react-aria-components";
import { useApp } from "@/components/data/app-context";
import { optionsQuery } from "@/components/data/queries";
import { useView } from "@/components/data/use-view";
import { ITEM_CLASS, SURFACE_CLASS } from "@/components/ui/overlay/surface-class";
import { showToast } from "@/components/ui/overlay/toast";
import { applyTheme } from "@/components/ui/theme/theme-toggle";
import { isTooLongForLink } from "@/lib/shared/long-address";
import { hrefOf } from "@/lib/shared/view";
import { type CommandAct, findCommands } from "./commands";
import { KeyCaps } from "./key-caps";
import { useOpenOverlay } from "./shell-context";

/** Everything by its name: pages, ranges, comparisons, values of filters, the theme, and what else can be done. */
export function CommandMenu({ onClose }: { onClose: () => void }) {
  const [query, setQuery] = useState("");
  const [view, setView] = useView();
  const app = useApp();
  const router = useRouter();
  const open = useOpenOverlay();
  const options = useQuery(optionsQuery());
  const commands = useMemo(() => findCommands(query, view, app, options.data), [query, view, app, options.data]);
  const groups = [...new Set(commands.map(({ group }) => group))];
  const run = (act: CommandAct) => {
    onClose();
    if (act.kind === "page") {
      router.push(hrefOf(act.path, view));
    } else if (act.kind === "view") {
      setView(act.patch);
    } else if (act.kind === "theme") {
      applyTheme(act.theme);
    } else if (act.kind === "overlay") {
      open(act.overlay);
    } else {
      void copyLink();
    }
  };
  return (
    <ModalOverlay
      isDismissable
      isOpen
      onOpenChange={onClose}
      className="fixed inset-0 z-50 grid justify-items-center bg-[color-mix(in_srgb,var(--page)_55%,transparent)] p-4 pt-[10dvh] backdrop-blur-[2px]"
    >
      <Modal className={`${SURFACE_CLASS} flex h-fit max-h-[70dvh] w-full max-w-[560px] flex-col overflow-hidden`}>
        <Dialog aria-label="Command menu" className="flex min-h-0 flex-col outline-none">
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField aria-label="Search commands" autoFocus className="relative border-line border-b">
              <Search aria-hidden className="absolute top-3.5 left-3.5 size-4 text-ink-3" />
              <Input
                role="combobox"
                aria-expanded
                placeholder="Page, range, queue, agent, theme…"
                className="h-11 w-full bg-transparent pr-3 pl-10 text-ink text-l outline-none [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <ListBox
              aria-label="Commands"
              className="min-h-0 flex-1 overflow-auto p-1.5 outline-none"
              renderEmptyState={() => <p className="p-6 text-center text-ink-3">Nothing is called “{query}”.</p>}
              onAction={(id) => {
                const command = commands.find(({ value }) => value === id);
                if (command) {
                  run(command.act);
                }
              }}
            >
              {groups.map((group) => (
                <ListBoxSection key={group} id={group}>
                  <Header className="px-2 pt-2 pb-0.5 font-medium text-ink-3 text-xs">{group}</Header>
                  {commands
                    .filter((command) => command.group === group)
                    .map(({ value, label, keys }) => (
                      <ListBoxItem key={value} id={value} textValue={label} className={ITEM_CLASS}>
                        <bdi className="min-w-0 truncate">{label}</bdi>
                        {keys && (
                          <span className="ml-auto">
                            <KeyCaps keys={keys} />
                          </span>
                        )}
                      </ListBoxItem>
                    ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

async function copyLink(): Promise<void> {
  if (isTooLongForLink(window.location.href)) {
    showToast("This view has too many values for a link. Filter by fewer of them to share it.", "bad");
    return;
  }
  try {
    await navigator.clipboard.writeText(window.location.href);
    showToast("The link to this view is copied.");
  } catch {
    showToast("The browser does not let the link be copied. Take it from the address bar.", "bad");
  }
}
