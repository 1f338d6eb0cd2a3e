import type { BrowserContext, ConsoleMessage, Request, Response } from "@playwright/test";

export interface BrowserFaults {
  /** Announces a reply that the test itself brings about; it and the browser's word on it are no faults then. */
  expect(address: RegExp, status: number): void;
  /** One line a fault, those that were announced left out. */
  found(): string[];
}

interface Fault {
  address: string;
  status: number | null;
  line: string;
}

/** Notes every warning and error in the console, every uncaught error, and every request that failed or was refused. */
export function watchBrowser(context: BrowserContext): BrowserFaults {
  const faults: Fault[] = [];
  const expected: { address: RegExp; status: number }[] = [];
  const note = (line: string, address = "", status: number | null = null) => faults.push({ line, address, status });
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) {
      note(
        `console: ${message.text()} (${message.location().url}) on ${message.page()?.url()}`,
        message.location().url,
        statusIn(message),
      );
    }
  });
  context.on("weberror", (error) => note(`uncaught: ${error.error()}`));
  context.on("requestfailed", (request) => {
    if (!isGivenUp(request)) {
      note(`${request.failure()?.errorText}: ${request.method()} ${request.url()}`);
    }
  });
  context.on("response", (response: Response) => {
    if (response.status() >= 400) {
      note(`${response.status()}: ${response.request().method()} ${response.url()}`, response.url(), response.status());
    }
  });
  return {
    expect: (address, status) => expected.push({ address, status }),
    found: () =>
      faults
        .filter((fault) => !expected.some((each) => each.status === fault.status && each.address.test(fault.address)))
        .map(({ line }) => line),
  };
}

/** Chromium repeats a refused reply in the console, with its status in the text alone. */
function statusIn(message: ConsoleMessage): number | null {
  const status = /^Failed to load resource: the server responded with a status of (\d+)/.exec(message.text())?.[1];
  return status === undefined ? null : Number(status);
}

/**
 * What the page itself gave up: its event stream and a script asked for beforehand when it is left, a query whose
 * filters have changed since. A script that there is not answers 404 instead.
 */
function isGivenUp(request: Request): boolean {
  const why = request.failure()?.errorText;
  const isOfPage = ["fetch", "eventsource", "script"].includes(request.resourceType());
  // Chromium ends a form's navigation once its reply turns out to be a file.
  const isDownload = request.isNavigationRequest() && request.method() === "POST";
  // A browser whose scripts are switched off says “csp” of each; a real policy would complain in the console as well.
  return why === "csp" || (why === "net::ERR_ABORTED" && (isOfPage || isDownload));
}
