import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";

export interface TestProxy {
  url: string;
  /** What it was asked to connect to, with the password that came along. */
  asked: readonly { target: string; authorization: string | undefined }[];
  close(): Promise<void>;
}

/** A real forward proxy on loopback that opens tunnels, or answers each wish for one with this status instead. */
export async function startTestProxy(refusal: number | null = null): Promise<TestProxy> {
  const asked: { target: string; authorization: string | undefined }[] = [];
  const server = createServer();
  server.on("connect", (request, socket) => {
    asked.push({ target: request.url ?? "", authorization: request.headers["proxy-authorization"] });
    if (refusal !== null) {
      socket.end(`HTTP/1.1 ${refusal} Refused\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${request.url}`);
    const upstream = connect(Number(port || 80), hostname, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on("error", () => socket.destroy());
    socket.on("error", () => upstream.destroy());
    socket.on("close", () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
