import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { type Credentials, DEFAULT_CREDENTIALS } from "./credentials";
import { withFaults } from "./fault-layer";
import type { FaultPlan, RequestFaults } from "./fault-plan";
import { createHandler } from "./handler";
import { type ApiReply, type ApiRequest, type Handler, jsonReply, withLatency } from "./reply";
import { type CentreSettings, DEFAULT_CENTRE } from "./settings";
import { centreSource, sampleSource } from "./source";

export interface SimulatorOptions extends Partial<CentreSettings> {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  requestsPerMinute?: number;
  accountId?: string;
  streamId?: string;
  clientId?: string;
  clientSecret?: string;
  /** The centre's clock in milliseconds: what lies after it is not shown. */
  now?: () => number;
  /** The clock of its tokens, its limit and the Date of its replies: the machine's where none is given. */
  clock?: () => number;
  /** `sample` serves the vendor's sample response instead of the simulated centre. */
  mode?: "centre" | "sample";
  /** Whether `numResults` counts the rows of the page or of the whole window. */
  numResults?: "page" | "total";
  scopeGranted?: boolean;
  latencyMs?: number;
  /** What goes wrong from the start on; nothing where it is not given. */
  faults?: FaultPlan;
}

export interface Simulator {
  url: string;
  port: number;
  /** Every HTTP request received, refused ones too. */
  requestCount: () => number;
  /** From the next request on that plan, or none, is in force, and request numbers begin at 0 again. */
  setFaults: (plan: FaultPlan | null) => void;
  close: () => Promise<void>;
  credentials: Credentials;
}

async function readRequest(message: IncomingMessage, faults: RequestFaults): Promise<ApiRequest> {
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(message.headers)) headers[name] = value?.toString();
  const url = new URL(message.url ?? "/", "http://simulator");
  return { method: message.method ?? "GET", url, headers, body: await text(message), faults };
}

function send(response: ServerResponse, { status, headers, body, delivery }: ApiReply): void {
  const { socket } = response;
  if (delivery === "none") {
    socket?.resetAndDestroy();
  } else if (delivery === "half") {
    const bytes = Buffer.from(body);
    response.writeHead(status, { ...headers, "content-length": bytes.length });
    response.write(bytes.subarray(0, bytes.length / 2), () => socket?.destroy());
  } else {
    response.writeHead(status, headers).end(body);
  }
}

async function serve(
  message: IncomingMessage,
  response: ServerResponse,
  handler: Handler,
  faults: RequestFaults,
): Promise<void> {
  try {
    send(response, await handler(await readRequest(message, faults)));
  } catch (error) {
    if (!response.headersSent) send(response, jsonReply(500, { errors: [{ msg: String(error), code: 500 }] }));
  }
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** The defaults' own keys only, each replaced where it is given; an option that is undefined is not given. */
function withDefaults<T extends object>(defaults: T, given: Partial<T>): T {
  const replaced = { ...defaults };
  for (const key in defaults) replaced[key] = given[key] ?? defaults[key];
  return replaced;
}

/** Starts the stand-in for the vendor's API; rejects where it cannot listen. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, host = "127.0.0.1", mode = "centre", numResults = "page", now = Date.now } = options;
  const { requestsPerMinute = 60, scopeGranted = true, latencyMs = 0, clock = Date.now } = options;
  const credentials = withDefaults(DEFAULT_CREDENTIALS, options);
  const centre = withDefaults(DEFAULT_CENTRE, options);
  const source = mode === "sample" ? sampleSource : centreSource(centre, credentials.streamId);
  const settings = { credentials, requestsPerMinute, scopeGranted, source, numResults, now, clock };
  const handler = withLatency(withFaults(createHandler(settings)), latencyMs);
  let requests = 0;
  let plan = options.faults ?? {};
  let planSince = 0;
  const server = createServer((message, response) => {
    response.setHeader("date", new Date(clock()).toUTCString());
    void serve(message, response, handler, { plan, number: requests - planSince });
    requests++;
  });
  const bound = await listen(server, port, host);
  return {
    url: `http://${host}:${bound}`,
    port: bound,
    requestCount: () => requests,
    setFaults: (next) => {
      plan = next ?? {};
      planSince = requests;
    },
    close: () => close(server),
    credentials,
  };
}
