import { setTimeout as sleep } from "node:timers/promises";
import { type FaultPlan, faultSeedOf, type RequestFaults } from "./fault-plan";
import { Random } from "./random";
import { type ApiReply, type ApiRequest, errorReply, type Handler, REFUSALS } from "./reply";
import { parseQuestion } from "./request";

/** In this order each has its draw; the first that is hit happens. */
const FAULTS = [
  "error500",
  "error503",
  "resetBeforeReply",
  "resetMidBody",
  "truncatedJson",
  "wrongContentType",
  "emptyBody",
] as const;

function htmlReply(status: number, text: string): ApiReply {
  const body = `<!doctype html><html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`;
  return { status, headers: { "content-type": "text/html; charset=utf-8" }, body };
}

function drawFault({ plan, number }: RequestFaults): (typeof FAULTS)[number] | undefined {
  const random = new Random(faultSeedOf(plan), number, 1);
  // Every fault uses its draw up, so that one's probability does not move the others to other requests.
  const hits = FAULTS.filter((fault) => random.chance(plan[fault] ?? 0));
  return hits[0];
}

async function waitLatency({ plan, number }: RequestFaults): Promise<void> {
  if (!plan.latencyMs) return;
  await sleep(new Random(faultSeedOf(plan), number, 2).int(...plan.latencyMs));
}

/** A storm comes after `everyRequests` quiet requests, so that there is always a way through. */
function stormReply({ plan: { storm429 }, number }: RequestFaults): ApiReply | undefined {
  if (!storm429) return undefined;
  const { everyRequests, length, retryAfterSeconds, status } = storm429;
  if (number % (everyRequests + length) < everyRequests) return undefined;
  const { tooMany } = REFUSALS;
  const wait = retryAfterSeconds !== undefined && { "retry-after": String(retryAfterSeconds) };
  return { ...tooMany, status: status ?? tooMany.status, headers: { ...tooMany.headers, ...wait } };
}

function isRejected({ url, body }: ApiRequest, { rejectRange }: FaultPlan): boolean {
  if (!rejectRange) return false;
  const question = parseQuestion(url.searchParams, body);
  return question !== undefined && question.fromMs < rejectRange.toMs && question.toMs > rejectRange.fromMs;
}

/** What the handler says, or the refusal of a range that it would have served. */
async function replyOrReject(handler: Handler, request: ApiRequest): Promise<ApiReply> {
  const reply = await handler(request);
  const { plan } = request.faults;
  if (reply.status !== 200 || !plan.rejectRange || !isRejected(request, plan)) return reply;
  return errorReply(plan.rejectRange.status, "The requested range cannot be served", plan.rejectRange.status);
}

/** Lets what the request's plan says go wrong on the way to the handler and back. */
export function withFaults(handler: Handler): Handler {
  return async (request) => {
    await waitLatency(request.faults);
    const storm = stormReply(request.faults);
    if (storm) return storm;
    const fault = drawFault(request.faults);
    if (fault === "error500") return errorReply(500, "Internal Server Error", 500);
    if (fault === "error503") return htmlReply(503, "503 Service Temporarily Unavailable");
    const reply = await replyOrReject(handler, request);
    switch (fault) {
      case "resetBeforeReply":
        return { ...reply, delivery: "none" };
      case "resetMidBody":
        return { ...reply, delivery: "half" };
      case "truncatedJson":
        return { ...reply, body: reply.body.slice(0, reply.body.length / 2) };
      case "wrongContentType":
        return htmlReply(200, "Sign in");
      case "emptyBody":
        return { ...reply, status: 200, body: "" };
      default:
        return reply;
    }
  };
}
