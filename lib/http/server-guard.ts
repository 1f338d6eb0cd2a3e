import { type IncomingMessage, maxHeaderSize, Server, type ServerResponse } from "node:http";
import type { BlockList, Socket } from "node:net";
import { CallboardError } from "@/lib/shared/errors";
import { MINUTE_MS } from "@/lib/shared/instants";
import { createArrivals } from "./arrivals";
import { CLIENT_ADDRESS_HEADER, clientAddress } from "./client-address";
import { ERROR_STATUS, errorBody } from "./respond";

export interface GuardOptions {
  /** `next dev` reloads pages over a WebSocket. */
  allowsUpgrades: boolean;
  trustedProxies: BlockList;
}

/** Bytes of a body, but for routes that take a long selection or many questions. */
export const LARGEST_BODY = 64 * 1024;
export const LARGEST_LONG_BODY = 1024 * 1024;
const LONG_BODY_PATHS = /^\/api\/(metrics|conversations|export)(\/|$)/;

/** Next reads an address's parameters in a time that grows with the square of their number. */
export const MOST_PARAMETERS = 500;

/** A client that sends its headers or its body drop by drop holds a connection for no longer than this. */
const HEADERS_TIMEOUT_MS = 20_000;
const REQUEST_TIMEOUT_MS = MINUTE_MS;
const MOST_CONNECTIONS = 2000;
/** How long a client that is still sending has to read why it was refused. */
const LINGER_MS = 1000;

const guarded = new WeakSet<Server>();

/**
 * Puts {@link guardServer} before every HTTP server of this process, Next's own too, which is made and listening before
 * any code of ours runs. A server is guarded at its first event from now on.
 */
export function guardServers(options: GuardOptions): void {
  const inherited: Server["emit"] = Server.prototype.emit;
  Server.prototype.emit = function emit(this: Server, event: string, ...args: unknown[]): boolean {
    if (guarded.has(this)) {
      return Reflect.apply(inherited, this, [event, ...args]);
    }
    guardServer(this, options);
    return this.emit(event, ...args);
  };
}

/**
 * Refuses what could keep the server from its work before Next or a route sees it: bodies that are too long, addresses
 * with too many parameters, headers that never end, connections that want to be another protocol.
 */
export function guardServer(server: Server, options: GuardOptions): void {
  if (guarded.has(server)) {
    return;
  }
  guarded.add(server);
  server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.requestTimeout = REQUEST_TIMEOUT_MS;
  server.maxConnections = MOST_CONNECTIONS;
  const arrivals = createArrivals();
  const inherited = server.emit;
  const emit = (event: string, ...args: unknown[]): boolean => Reflect.apply(inherited, server, [event, ...args]);
  server.emit = (event: string, ...args: unknown[]): boolean => {
    if (event === "connection" && !options.allowsUpgrades) {
      // Without a listener Node handles an upgrade as an ordinary request; Next's own listener never ends the socket.
      server.removeAllListeners("upgrade");
    }
    if (event === "clientError") {
      const [error, socket] = args as [Error, Socket];
      return refuseHeaders(error, socket) || emit(event, ...args);
    }
    if (event === "request") {
      const [request, response] = args as [IncomingMessage, ServerResponse];
      if (admit(request, response, options)) {
        arrivals
          .begin(request, response, () => emit(event, ...args))
          .catch((error: unknown) => {
            if (!(error instanceof CallboardError)) {
              throw error;
            }
            refuse(request.socket, error);
          });
      }
      return true;
    }
    return emit(event, ...args);
  };
}

/** Whether Next may see a request; what it may not see is answered here. */
function admit(request: IncomingMessage, response: ServerResponse, { trustedProxies }: GuardOptions): boolean {
  const { headers, socket } = request;
  const forwarded = headers["x-forwarded-for"];
  const chain = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
  headers[CLIENT_ADDRESS_HEADER] = clientAddress(socket.remoteAddress, chain, trustedProxies);
  const url = request.url ?? "";
  const path = url.split("?", 1)[0] ?? "";
  if (url.split("&", MOST_PARAMETERS + 1).length > MOST_PARAMETERS) {
    refuse(
      socket,
      new CallboardError("address_too_long", `An address may have at most ${MOST_PARAMETERS} parameters.`),
    );
    return false;
  }
  const largest = request.method === "POST" && LONG_BODY_PATHS.test(path) ? LARGEST_LONG_BODY : LARGEST_BODY;
  const tooLarge = new CallboardError("body_too_large", `A request’s body may have at most ${largest / 1024} kB here.`);
  if (Number(headers["content-length"] ?? 0) > largest) {
    refuse(socket, tooLarge);
    return false;
  }
  if (headers["transfer-encoding"] !== undefined) {
    endUnread(request, response);
    countBody(request, largest, () => {
      if (response.headersSent) {
        socket.destroy();
      } else {
        refuse(socket, tooLarge);
      }
    });
  }
  return true;
}

/**
 * If the handler ignored a body without Content-Length, Node would read and drop all of it. It does not once somebody
 * has begun to read, so the connection is closed instead.
 */
function endUnread(request: IncomingMessage, response: ServerResponse): void {
  request.read(0);
  response.once("finish", () => {
    const end = () => !request.complete && request.socket.destroy();
    setTimeout(end, LINGER_MS).unref();
  });
}

/** Counts the bytes of a body without Content-Length; false from `push` stops the reading. */
function countBody(request: IncomingMessage, largest: number, refuseIt: () => void): void {
  const push = request.push.bind(request);
  let received = 0;
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    const before = received;
    received += chunk?.length ?? 0;
    if (received <= largest) {
      return push(chunk, encoding);
    }
    if (before <= largest) {
      refuseIt();
    }
    return false;
  };
}

function refuseHeaders(error: Error & { code?: string; rawPacket?: Buffer }, socket: Socket): boolean {
  if (error.code !== "HPE_HEADER_OVERFLOW" || !socket.writable) {
    return false;
  }
  const isAddress = error.rawPacket?.subarray(0, maxHeaderSize).includes("\r\n") === false;
  refuse(
    socket,
    isAddress
      ? new CallboardError("address_too_long", "The address is too long: send a long selection by POST.")
      : new CallboardError("headers_too_large", "The address and the headers are too long together."),
  );
  return true;
}

/**
 * Answers and closes the connection. Written to the socket itself, so that nothing of the request is read first and
 * whoever handles it already need not know; a client that is still sending can read the answer before it is cut off.
 */
function refuse(socket: Socket, error: CallboardError): void {
  const body = JSON.stringify(errorBody(error));
  const lines = [
    `HTTP/1.1 ${ERROR_STATUS[error.code]} ${error.code}`,
    ...(error.details?.retryAfterSeconds ? [`retry-after: ${error.details.retryAfterSeconds}`] : []),
    "content-type: application/json",
    `content-length: ${Buffer.byteLength(body)}`,
    "cache-control: private, no-store",
    "connection: close",
  ];
  socket.end(`${lines.join("\r\n")}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
}
