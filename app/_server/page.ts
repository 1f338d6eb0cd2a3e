import { dehydrate, QueryClient } from "@tanstack/react-query";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { createLoader, type SearchParams } from "nuqs/server";
import { datasetQuery, syncQuery } from "@/components/data/queries";
import { readSession, type Session } from "@/lib/auth/session";
import { endArrival } from "@/lib/http/request-signal";
import { type Runtime, runtime } from "@/lib/runtime";
import type { DatasetId } from "@/lib/shared/datasets";
import { CallboardError } from "@/lib/shared/errors";
import { ownPath } from "@/lib/shared/own-path";
import { parseMetricQuery } from "@/lib/shared/query";
import { type View, viewParsers } from "@/lib/shared/view";
import { answerDataset, queryContext } from "./dataset";
import { answerQuestion } from "./question";

export const readView: (searchParams: Promise<SearchParams>) => Promise<View> = createLoader(viewParsers);

/** The session of whoever asks for a page; without one they are sent to sign in first. Every page calls it itself. */
export async function pageSession(): Promise<{ runtime: Runtime; session: Session }> {
  // Asked for first: it tells Next that the page is made for each request, before the build would start a runtime.
  const asked = await headers();
  const started = await runtime();
  const session = await readSession(started.auth, asked, started.clock.now());
  endArrival();
  if (!session) {
    redirect((await started.setUp.isOpen()) ? "/set-up" : signInHref(asked.get("x-callboard-path")));
  }
  return { runtime: started, session };
}

/** The sign-in, which leads back to the page that was asked for. */
function signInHref(asked: string | null): string {
  const path = ownPath(asked);
  return path === "/" ? "/sign-in" : `/sign-in?to=${encodeURIComponent(path)}`;
}

function leaveToPanel(error: unknown): void {
  if (!(error instanceof CallboardError)) {
    throw error;
  }
}

/**
 * The queries of a page answered on the server, so that the first paint holds the numbers. What the person could mend
 * (a wrong parameter) is left to the panel, which asks again and says it.
 */
export async function prefetch(
  { runtime: started, session }: { runtime: Runtime; session: Session },
  queries: readonly (readonly [DatasetId, string])[],
) {
  const client = new QueryClient();
  const ask = async ([dataset, search]: readonly [DatasetId, string]) => {
    const query = parseMetricQuery(new URLSearchParams(search), queryContext(started));
    const reply = await answerDataset(started, session, dataset, query);
    client.setQueryData(datasetQuery(dataset, search).queryKey, reply);
  };
  const askAll = () => Promise.all(queries.map((query) => ask(query).catch(leaveToPanel)));
  if (queries.length > 0) {
    await answerQuestion({ runtime: started, session }, askAll).catch(leaveToPanel);
  }
  return { client, state: () => dehydrate(client) };
}

/** How far the copy reaches, for the frame of every page. */
export async function prefetchStatus({ scheduler }: Runtime) {
  const client = new QueryClient();
  client.setQueryData(syncQuery().queryKey, await scheduler.status());
  return dehydrate(client);
}
