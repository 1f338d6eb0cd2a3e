import type { Credentials } from "./credentials";
import { type NumResults, readPage } from "./page";
import { createRateLimit } from "./rate-limit";
import type { RecordIds } from "./record";
import { type ApiReply, type ApiRequest, type Handler, jsonReply, REFUSALS } from "./reply";
import { parseQuestion, SELECTABLE } from "./request";
import type { Source } from "./source";
import { spoil } from "./spoil";
import { isTokenValid } from "./token";

export interface HandlerSettings {
  credentials: Credentials;
  requestsPerMinute: number;
  scopeGranted: boolean;
  source: Source;
  /** What `numResults` counts where neither the source nor a fault says. */
  numResults: NumResults;
  now: () => number;
  /** Of tokens and of the limit, beside the centre's own. */
  clock: () => number;
}

const PATH = /^\/agentassist\/api\/public\/analytics\/account\/([^/]+)\/calldetails$/;

async function refuseCaller(
  { headers }: ApiRequest,
  accountId: string,
  { credentials, scopeGranted, now, clock }: HandlerSettings,
): Promise<ApiReply | undefined> {
  if (headers.auth === undefined || headers.iid !== credentials.streamId) return REFUSALS.badCredentials;
  if (!(await isTokenValid(headers.auth, credentials, [now(), clock()]))) return REFUSALS.badToken;
  // An account that is not the client's: the vendor's answer is not documented, and these credentials are not valid there.
  const isAccount = accountId === encodeURIComponent(credentials.accountId);
  const isAccountInHeader = (headers.accountid ?? credentials.accountId) === credentials.accountId;
  if (!isAccount || !isAccountInHeader) return REFUSALS.badCredentials;
  return scopeGranted ? undefined : REFUSALS.badScope;
}

/** The ids are no selectable parts, so that a row stays one. */
function withoutUnselected(row: RecordIds, selected: readonly string[]): RecordIds {
  const left = SELECTABLE.filter((field) => !selected.includes(field));
  return left.length === 0 ? row : { ...row, ...Object.fromEntries(left.map((field) => [field, undefined])) };
}

/** Answers the call-details endpoint as the vendor's page describes it: path, caller, rate, arguments, rows. */
export function createHandler(settings: HandlerSettings): Handler {
  const isAdmitted = createRateLimit(settings.requestsPerMinute);
  return async (request) => {
    const { method, url, body, faults } = request;
    const accountId = PATH.exec(url.pathname)?.[1];
    if (accountId === undefined || method !== "POST") return REFUSALS.notFound;
    const refusal = await refuseCaller(request, accountId, settings);
    if (refusal) return refusal;
    if (!isAdmitted(settings.now(), settings.clock())) return REFUSALS.tooMany;
    const question = parseQuestion(url.searchParams, body);
    if (question === undefined) return REFUSALS.badArguments;
    const listing = settings.source(question, settings.now());
    const { rows, numResults } = readPage(listing, question, faults, settings.numResults);
    const data = rows.map((row) => spoil(withoutUnselected(row, question.selectedFields), faults.plan));
    return jsonReply(200, { numResults, data });
  };
}
