"use client";

import { useQueryClient } from "@tanstack/react-query";
import { sendJson } from "@/components/data/send-json";
import { showToast } from "@/components/ui/overlay/toast";
import type { PersonChange } from "@/lib/shared/people";
import { peopleQuery } from "./settings-queries";

/** The changes that an administrator makes to people; each throws an ApiError, and else says what was done. */
export function usePeople() {
  const client = useQueryClient();
  const done = async (words: string) => {
    await client.invalidateQueries({ queryKey: peopleQuery().queryKey });
    showToast(words);
  };
  return {
    add: async (person: unknown, words: string) => {
      await sendJson("POST", "/api/people", person);
      await done(words);
    },
    change: async (id: string, change: PersonChange, words: string) => {
      await sendJson("PATCH", `/api/people/${encodeURIComponent(id)}`, change);
      await done(words);
    },
    remove: async (id: string, words: string) => {
      await sendJson("DELETE", `/api/people/${encodeURIComponent(id)}`);
      await done(words);
    },
  };
}
