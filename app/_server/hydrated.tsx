import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";

interface Props {
  queryKey: QueryKey;
  /** The query's reply, so that the first paint holds it. */
  reply: unknown;
  children: ReactNode;
}

/** What the server answered to one query, for the browser to go on with. */
export function Hydrated({ queryKey, reply, children }: Props) {
  const client = new QueryClient();
  client.setQueryData(queryKey, reply);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
