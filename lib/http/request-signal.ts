import { AsyncLocalStorage } from "node:async_hooks";

interface RequestContext {
  signal: AbortSignal;
  /** Lets the next request of whoever sent this one begin. */
  endArrival(): void;
}

// Next bundles instrumentation and routes apart, so this module is there twice in one process.
const shared: { callboardRequests?: AsyncLocalStorage<RequestContext> } = globalThis as typeof globalThis & {
  callboardRequests?: AsyncLocalStorage<RequestContext>;
};
shared.callboardRequests ??= new AsyncLocalStorage<RequestContext>();
const requests = shared.callboardRequests;

/** Handles a request; all that it begins finds the context, pages too, to which Next gives no signal. */
export function runInRequest<T>(context: RequestContext, handle: () => T): T {
  return requests.run(context, handle);
}

/** Aborts when whoever sent the request that is being handled goes before its reply has ended. */
export function requestSignal(): AbortSignal {
  return requests.getStore()?.signal ?? new AbortController().signal;
}

/** To be called once it is known who sent the request: from then on it waits among the questions of that person. */
export function endArrival(): void {
  requests.getStore()?.endArrival();
}
