import { describe, expect, it } from "vitest";
import { clientAddress, networkOf, readTrustedProxies } from "./client-address";

const NONE = readTrustedProxies([]);
const PROXIES = readTrustedProxies(["10.0.0.0/8", "192.0.2.7", "fd00::/8"]);

describe("whose request it is", () => {
  it.each<[string, string | undefined, string | undefined, typeof NONE, string]>([
    ["the connection's other end, where no proxy is trusted", "203.0.113.9", "1.2.3.4", NONE, "203.0.113.9"],
    ["the connection's other end, where it is no trusted proxy", "203.0.113.9", "1.2.3.4", PROXIES, "203.0.113.9"],
    ["what the trusted proxy says", "10.1.2.3", "198.51.100.5", PROXIES, "198.51.100.5"],
    [
      "the last before the trusted ones, whatever a client wrote",
      "10.1.2.3",
      "9.9.9.9, 198.51.100.5, 10.0.0.1",
      PROXIES,
      "198.51.100.5",
    ],
    ["an IPv4 address in IPv6's form as what it is", "::ffff:10.1.2.3", "::ffff:198.51.100.5", PROXIES, "198.51.100.5"],
    ["an IPv6 address behind an IPv6 proxy", "fd00::1", "2001:db8::9", PROXIES, "2001:db8::9"],
    ["an address without the port that a proxy adds", "192.0.2.7", "198.51.100.5:4711", PROXIES, "198.51.100.5"],
    ["an IPv6 address without its brackets and port", "192.0.2.7", "[2001:db8::9]:4711", PROXIES, "2001:db8::9"],
    ["the proxy, where what it says is no address", "10.1.2.3", "unknown", PROXIES, "10.1.2.3"],
    ["the proxy, where it says nothing", "10.1.2.3", undefined, PROXIES, "10.1.2.3"],
    ["the first, where all are trusted", "10.1.2.3", "10.9.9.9, 10.0.0.1", PROXIES, "10.9.9.9"],
    ["nobody, where the connection is gone", undefined, "1.2.3.4", PROXIES, ""],
  ])("is %s", (_, remote, forwarded, trusted, expected) => {
    expect(clientAddress(remote, forwarded, trusted)).toBe(expected);
  });

  it.each(["proxy.example.org", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8", "fd00::/129", "10.0.0", ""])(
    "is not told by a proxy named %s: it is refused by its name",
    (entry) => {
      expect(() => readTrustedProxies([entry])).toThrow(`“${entry}” is neither an address nor a range`);
    },
  );
});

it.each([
  ["198.51.100.5", "198.51.100.5"],
  ["2001:db8::9", "2001:db8:0:0::/64"],
  ["2001:db8:0:0:ffff:1:2:3", "2001:db8:0:0::/64"],
  ["2001:0DB8::1", "2001:db8:0:0::/64"],
  ["2001:db8:1:2::", "2001:db8:1:2::/64"],
  ["::1", "0:0:0:0::/64"],
  ["1:2:3:4:5:6:7::", "1:2:3:4::/64"],
  ["", ""],
])("the network of %s is %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});
