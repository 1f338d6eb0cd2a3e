import { ApiError } from "./fetch-json";
import { postJson } from "./send-json";

/** The routes below /api/auth are better-auth's own: what their statuses mean is put into words here. */

/** Signs in. @throws ApiError that says why not */
export async function signIn(email: string, password: string): Promise<void> {
  const reply = await postJson("/api/auth/sign-in/email", { email, password });
  if (!reply.ok) {
    throw new ApiError("sign-in", (await refusalOf(reply)) ?? "Signing in failed. Try again.");
  }
}

async function refusalOf(reply: Response): Promise<string | undefined> {
  if (reply.status === 401) {
    return "E-mail or password is wrong.";
  }
  if (reply.status === 429) {
    return tooManyTries(reply);
  }
  if (reply.status === 403) {
    const body: { code?: unknown } | null = await reply.json().catch(() => null);
    return body?.code === "BANNED_USER"
      ? "This account is deactivated. Ask an administrator."
      : "This address is not the one Callboard is set up for. Open it by its APP_URL.";
  }
}

/** Changes one's own password and ends one's other sessions. @throws ApiError that says why not */
export async function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  const body = { currentPassword, newPassword, revokeOtherSessions: true };
  const reply = await postJson("/api/auth/change-password", body);
  if (reply.status === 400) {
    throw new ApiError("password", "The current password is wrong.");
  }
  if (!reply.ok) {
    throw new ApiError("password", reply.status === 429 ? tooManyTries(reply) : "That failed. Try again.");
  }
}

/** Ends the session here and on the server, and leads to the sign-in. */
export async function signOut(): Promise<void> {
  await postJson("/api/auth/sign-out", {});
  window.location.assign("/sign-in");
}

/** What a 429 says: when to try again, by its Retry-After. */
function tooManyTries(reply: Response): string {
  const seconds = Number(reply.headers.get("retry-after") ?? reply.headers.get("x-retry-after") ?? 60);
  return `Too many tries. Try again ${inWords(seconds)}.`;
}

function inWords(seconds: number): string {
  if (seconds <= 1) {
    return "in a second";
  }
  const minutes = Math.ceil(seconds / 60);
  return seconds < 60 ? `in ${seconds} seconds` : minutes === 1 ? "in a minute" : `in ${minutes} minutes`;
}
