import { causesOf } from "@/lib/shared/errors";
import { KoreError, type KoreFault, proxyError } from "./errors";

const CERTIFICATE = /CERT|SELF_SIGNED|ISSUER|ERR_TLS|UNABLE_TO_VERIFY/;
const TOO_SLOW = /TIMEOUT|ETIMEDOUT/;
/** undici reports a proxy's refusal only in its message. */
const PROXY_RESPONSE = /Proxy .*\((\d{3})\)/;

/** The error of a request that got no reply at all, by its cause. @param limitSeconds how long a reply may take. */
export function errorOfFailure(error: unknown, host: string, limitSeconds: number): KoreError {
  const causes = causesOf(error);
  // undici reports a 407 as a network error with an empty message.
  const isWordless = causes.length > 1 && causes.at(-1)?.message === "" && !causes.some(codeOf);
  const proxyStatus = isWordless ? "407" : causes.map(({ message }) => PROXY_RESPONSE.exec(message)?.[1]).find(Boolean);
  if (proxyStatus) {
    return proxyError(Number(proxyStatus));
  }
  if (causes.some(({ name }) => name === "TimeoutError")) {
    const words = `Kore.ai gave no answer within ${limitSeconds} s at ${host}.`;
    const advice = "It is asked again; where that goes on, look at the network and the proxy on the way there.";
    return new KoreError("unavailable", `${words} ${advice}`, null, "timeout");
  }
  const code = causes.map(codeOf).find(Boolean) ?? causes.at(-1)?.name ?? "unknown";
  const { advice, fault } = adviceFor(code);
  return new KoreError("unavailable", `Kore.ai could not be reached at ${host} (${code}). ${advice}`, null, fault);
}

function adviceFor(code: string): { advice: string; fault: KoreFault } {
  if (code === "ECONNREFUSED") {
    const advice = "Nothing listens there: check KORE_HOST, and HTTPS_PROXY where requests go through a proxy.";
    return { advice, fault: "connection" };
  }
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") {
    const advice = "The name is not known here: check KORE_HOST, HTTPS_PROXY where one is set, and this machine’s DNS.";
    return { advice, fault: "unknown-host" };
  }
  if (CERTIFICATE.test(code)) {
    const advice =
      "Its TLS certificate is not trusted here: check KORE_HOST, and where a proxy reads along, give Node its root certificate by NODE_EXTRA_CA_CERTS.";
    return { advice, fault: "certificate" };
  }
  if (TOO_SLOW.test(code)) {
    return { advice: "No connection came about in time: check KORE_HOST, firewall and proxy.", fault: "timeout" };
  }
  return { advice: "Check KORE_HOST.", fault: "host" };
}

function codeOf(error: Error): string {
  return "code" in error && typeof error.code === "string" ? error.code : "";
}
