import type { Credentials } from "./credentials";
import { createRateLimit } from "./rate-limit";
import { type ApiReply, type ApiRequest, type Handler, jsonReply, REFUSALS } from "./reply";
import { parseQuestion, SELECTABLE } from "./request";
import type { Source } from "./source";
import { isTokenValid } from "./token";

export interface HandlerSettings {
  credentials: Credentials;
  requestsPerMinute: number;
  scopeGranted: boolean;
  source: Source;
  now: () => number;
}

const PATH = /^\/agentassist\/api\/public\/analytics\/account\/([^/]+)\/calldetails$/;

async function refuseCaller(
  { headers }: ApiRequest,
  accountId: string,
  { credentials, scopeGranted, now }: HandlerSettings,
): Promise<ApiReply | undefined> {
  if (headers.auth === undefined || headers.iid !== credentials.streamId) return REFUSALS.badCredentials;
  if (!(await isTokenValid(headers.auth, credentials, [now(), Date.now()]))) return REFUSALS.badToken;
  // An account that is not the client's: the vendor's answer is not documented, and these credentials are not valid there.
  const isAccount = accountId === encodeURIComponent(credentials.accountId);
  const isAccountInHeader = (headers.accountid ?? credentials.accountId) === credentials.accountId;
  if (!isAccount || !isAccountInHeader) return REFUSALS.badCredentials;
  return scopeGranted ? undefined : REFUSALS.badScope;
}

function withoutUnselected(row: object, selected: readonly string[]): object {
  const left = SELECTABLE.filter((field) => !selected.includes(field));
  if (left.length === 0) return row;
  return Object.fromEntries(Object.entries(row).filter(([key]) => !left.some((field) => field === key)));
}

/** Answers the call-details endpoint as the vendor's page describes it: path, caller, rate, arguments, rows. */
export function createHandler(settings: HandlerSettings): Handler {
  const isAdmitted = createRateLimit(settings.requestsPerMinute);
  return async (request) => {
    const { method, url, body } = request;
    const accountId = PATH.exec(url.pathname)?.[1];
    if (accountId === undefined || method !== "POST") return REFUSALS.notFound;
    const refusal = await refuseCaller(request, accountId, settings);
    if (refusal) return refusal;
    if (!isAdmitted(settings.now(), Date.now())) return REFUSALS.tooMany;
    const question = parseQuestion(url.searchParams, body);
    if (question === undefined) return REFUSALS.badArguments;
    const { rows, numResults } = settings.source(question, settings.now());
    return jsonReply(200, { numResults, data: rows.map((row) => withoutUnselected(row, question.selectedFields)) });
  };
}
