import { createHmac } from "node:crypto";
import { CallboardError } from "@/lib/shared/errors";
import { FairQueue } from "@/lib/shared/fair-queue";
import type { Auth } from "./auth";
import { SignInLimits } from "./sign-in-limits";

/** Password checks at once: each takes a tenth of a second of a processor, and 16 MB. */
export const MOST_PASSWORD_CHECKS = 2;
const WAITING_PER_ADDRESS = 20;

const SIGN_IN_PATH = /\/sign-in\/email\/*$/i;

interface SignInOptions {
  auth: Auth;
  /** Keys what the log calls an account, so that it holds no e-mail address. */
  secret: string;
  now: () => number;
  log: { warn(facts: object, message: string): void };
}

/** better-auth's routes, with sign-ins slowed down where passwords are guessed. */
export interface SignIn {
  /**
   * @param address whose request it is, for the log. @param network the address, or the range that its owner has: tries
   * are counted by it. @throws CallboardError `too_many_requests`
   */
  handle(request: Request, address: string, network?: string): Promise<Response>;
}

export function createSignIn({ auth, secret, now, log }: SignInOptions): SignIn {
  const limits = new SignInLimits(now);
  const checks = new FairQueue({
    total: MOST_PASSWORD_CHECKS,
    perPerson: MOST_PASSWORD_CHECKS,
    waitingPerPerson: WAITING_PER_ADDRESS,
  });
  const accountOf = (email: string) =>
    createHmac("sha256", secret).update(email.trim().toLowerCase()).digest("hex").slice(0, 12);

  async function signIn(request: Request, address: string, network: string): Promise<Response> {
    const body = await request.text();
    const account = accountOf(emailIn(body));
    const begun = limits.begin(account, network);
    if (typeof begun === "number") {
      throw tooManyTries(begun);
    }
    let leave: (() => void) | undefined;
    try {
      leave = await checks.enter(network, request.signal);
      const { url, method, headers } = request;
      const reply = await auth.handler(new Request(url, { method, headers, body }));
      if (reply.ok) {
        begun.succeeded();
      } else if (reply.status === 401) {
        log.warn({ account, address }, "a sign-in failed");
      } else {
        begun.withdrawn();
      }
      return reply;
    } catch (error) {
      begun.withdrawn();
      throw error;
    } finally {
      leave?.();
    }
  }

  return {
    handle: (request, address, network = address) =>
      request.method === "POST" && SIGN_IN_PATH.test(new URL(request.url).pathname)
        ? signIn(request, address, network)
        : auth.handler(request),
  };
}

function tooManyTries(waitMs: number): CallboardError {
  const seconds = Math.ceil(waitMs / 1000);
  return new CallboardError("too_many_requests", `Too many wrong passwords: try again in ${seconds} seconds.`, {
    retryAfterSeconds: String(seconds),
  });
}

/** The e-mail address that a sign-in is for; empty where there is none. */
function emailIn(body: string): string {
  try {
    const read: unknown = JSON.parse(body);
    return typeof read === "object" && read !== null && "email" in read ? String(read.email) : "";
  } catch {
    return "";
  }
}
