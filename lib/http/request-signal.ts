import { AsyncLocalStorage } from "node:async_hooks";

// Next bundles instrumentation and routes apart, so this module is there twice in one process.
const shared: { callboardRequests?: AsyncLocalStorage<AbortSignal> } = globalThis as typeof globalThis & {
  callboardRequests?: AsyncLocalStorage<AbortSignal>;
};
shared.callboardRequests ??= new AsyncLocalStorage<AbortSignal>();
const requests = shared.callboardRequests;

/** Handles a request; all that it begins finds the signal, pages too, to which Next gives none. */
export function runInRequest<T>(signal: AbortSignal, handle: () => T): T {
  return requests.run(signal, handle);
}

/** Aborts when whoever sent the request that is being handled goes before its reply has ended. */
export function requestSignal(): AbortSignal {
  return requests.getStore() ?? new AbortController().signal;
}
