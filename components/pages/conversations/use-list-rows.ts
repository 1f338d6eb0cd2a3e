"use client";

import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { conversationsQuery, LIST_PAGE } from "@/components/data/queries";
import type { ConversationItem } from "@/lib/shared/conversation";

/** Rows that are fetched before they come into sight, on either side. */
const AHEAD = 60;
const SETTLED_MS = 60;

/** The list's first page, and with it how long the list is; the old list stays while another one loads. */
export function useFirstPage(search: string) {
  return useQuery({ ...conversationsQuery(search, 0), placeholderData: keepPreviousData });
}

/** The rows of a window by their place in the list; those that are still on their way are missing. */
export function useListRows(
  search: string,
  firstPage: readonly ConversationItem[],
  { first, end, total }: { first: number; end: number; total: number },
): (index: number) => ConversationItem | undefined {
  const from = Math.max(1, Math.floor((first - AHEAD) / LIST_PAGE));
  const to = Math.min(Math.ceil(total / LIST_PAGE), Math.ceil((end + AHEAD) / LIST_PAGE));
  // A scrollbar that is dragged passes a thousand pages: only those where it rests are asked for.
  const settled = useSettled(`${from} ${to}`);
  const [least = 1, most = 0] = settled.split(" ").map(Number);
  const pages = Array.from({ length: Math.max(0, most - least) }, (_, index) => least + index);
  const results = useQueries({ queries: pages.map((page) => conversationsQuery(search, page)) });
  const byPage = new Map(pages.map((page, index) => [page, results[index]?.data?.items]));
  return (index) => {
    const page = Math.floor(index / LIST_PAGE);
    return (page === 0 ? firstPage : byPage.get(page))?.[index % LIST_PAGE];
  };
}

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
