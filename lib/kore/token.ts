import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";

export const JWT_ALGORITHMS = ["HS256", "HS384", "HS512"] as const;
export type JwtAlgorithm = (typeof JWT_ALGORITHMS)[number];

export interface Credentials {
  clientId: string;
  clientSecret: string;
  /** `sub` claim: any id. */
  subject: string;
  algorithm: JwtAlgorithm;
}

const LIFETIME_SECONDS = 300;
/** A token issued in the vendor's future is refused: machines' clocks are seconds apart. */
const ISSUED_BEFORE_SECONDS = 30;

/**
 * A JWT for one request: `appId` and `sub` as the vendor's page asks, and `iat`, `exp` and a fresh `jti`, which some
 * apps are set to require (FACTS, "JWT"). @param now Unix milliseconds.
 */
export async function signToken({ clientId, clientSecret, subject, algorithm }: Credentials, now: number) {
  const issuedAt = Math.floor(now / 1000) - ISSUED_BEFORE_SECONDS;
  return new SignJWT({ appId: clientId })
    .setProtectedHeader({ alg: algorithm, typ: "JWT" })
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFETIME_SECONDS)
    .setJti(randomUUID())
    .sign(new TextEncoder().encode(clientSecret));
}
