import { BlockList, isIP } from "node:net";

/** The header in which a route finds {@link clientAddress}; the server guard removes what a client sends by this name. */
export const CLIENT_ADDRESS_HEADER = "x-callboard-address";

/** Proxies whose `X-Forwarded-For` is believed, from addresses and CIDR ranges. @throws Error naming what is neither. */
export function readTrustedProxies(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix, ...rest] = entry.split("/");
    const family = familyOf(address);
    const bits = prefix === undefined ? null : Number(prefix);
    const isWrong = bits !== null && !(/^\d+$/.test(prefix ?? "") && bits <= (family === "ipv4" ? 32 : 128));
    if (family === null || rest.length > 0 || isWrong) {
      throw new Error(`“${entry}” is neither an address nor a range such as 10.0.0.0/8`);
    }
    if (bits === null) {
      list.addAddress(address, family);
    } else {
      list.addSubnet(address, bits, family);
    }
  }
  return list;
}

/**
 * Whose request it is: the address at the other end of the connection, or, while that one is a trusted proxy, the one
 * that it says it got the request from. A client can write anything to the left of that, so nothing there is believed.
 */
export function clientAddress(
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  trusted: BlockList,
): string {
  let address = plainAddress(remoteAddress ?? "");
  const hops = (forwardedFor ?? "").split(",").map((hop) => plainAddress(hop.trim()));
  while (isTrusted(address, trusted)) {
    const before = hops.pop();
    if (before === undefined || isIP(before) === 0) {
      break;
    }
    address = before;
  }
  return address;
}

/** The network that an address belongs to: of IPv6 the first 64 bits, of which one household or office has them all. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) {
    return address;
  }
  const [front = "", back] = address.toLowerCase().split("::");
  const groups = front === "" ? [] : front.split(":");
  const missing = back === undefined ? 0 : 8 - groups.length - (back === "" ? 0 : back.split(":").length);
  const all = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => "0"), ...(back ? back.split(":") : [])];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const family = familyOf(address);
  return family !== null && trusted.check(address, family);
}

function familyOf(address: string): "ipv4" | "ipv6" | null {
  const version = isIP(address);
  return version === 0 ? null : version === 4 ? "ipv4" : "ipv6";
}

/** Without a port, without brackets, and an IPv4 address in IPv6's form as what it is. */
function plainAddress(text: string): string {
  const bare = /^\[(.*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return /^::ffff:([\d.]+)$/i.exec(bare)?.[1] ?? bare;
}
