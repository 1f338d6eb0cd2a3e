import { jwtVerify } from "jose";
import type { Credentials } from "./credentials";

const TOLERANCE_SECONDS = 5;

async function isValidAt(token: string, { clientId, clientSecret }: Credentials, atMs: number): Promise<boolean> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(clientSecret), {
      algorithms: ["HS256", "HS384", "HS512"],
      clockTolerance: TOLERANCE_SECONDS,
      currentDate: new Date(atMs),
    });
    const isIssued = payload.iat === undefined || payload.iat <= atMs / 1000 + TOLERANCE_SECONDS;
    return isIssued && payload.appId === clientId;
  } catch {
    return false;
  }
}

/**
 * Whether a token is signed with the client's secret, names the client as `appId`, and is neither expired nor issued
 * in the future by one of the clocks: a test that stops the centre's clock need not stop the clock of its tokens.
 */
export async function isTokenValid(
  token: string,
  credentials: Credentials,
  clocks: readonly number[],
): Promise<boolean> {
  for (const atMs of new Set(clocks)) if (await isValidAt(token, credentials, atMs)) return true;
  return false;
}
