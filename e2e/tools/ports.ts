import { once } from "node:events";
import { createServer } from "node:net";

/** Whether a port is free on every address. Loopback is asked apart: macOS lets a wildcard listen beside it. */
async function isFree(port: number): Promise<boolean> {
  for (const host of ["127.0.0.1", undefined]) {
    const server = createServer().listen({ port, host, exclusive: true });
    try {
      await once(server, "listening");
    } catch {
      return false;
    }
    server.close();
    await once(server, "close");
  }
  return true;
}

/** The first free port at or after `wanted`, within a hundred. */
export async function nextFreePort(wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + 100 && port < 65_536; port += 1) {
    if (await isFree(port)) return port;
  }
  throw new Error(`No port from ${wanted} on is free.`);
}

/** A free port that the system picks. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The system gave no port.");
  return address.port;
}
