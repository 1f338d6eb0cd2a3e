import { ACCOUNTS, type Account } from "./accounts";

/** One signed-in visitor of a running application. */
export type Session = {
  /** What the browser would send. */
  cookie: string;
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<Response>;
};

/** Signs in by the application's own route. Throws what it answered when it refuses. */
export async function signIn(appUrl: string, account: Account): Promise<Session> {
  const { email, password } = account;
  const response = await post(`${appUrl}/api/auth/sign-in/email`, { email, password }, { origin: appUrl });
  if (!response.ok) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(";", 1)[0])
    .join("; ");
  return {
    cookie,
    async get(path) {
      const reply = await fetch(`${appUrl}${path}`, { headers: { cookie } });
      if (!reply.ok) throw new Error(`${path} answered ${reply.status} ${await reply.text()}`);
      return reply.json();
    },
    post: (path, body) => post(`${appUrl}${path}`, body, { origin: appUrl, cookie }),
  };
}

/** Makes the supervisor's account; one that is there already is left as it is. */
export async function addSupervisor(administrator: Session): Promise<void> {
  const response = await administrator.post("/api/auth/admin/create-user", {
    ...ACCOUNTS.supervisor,
    role: "supervisor",
  });
  if (response.ok) return;
  const answer = await response.text();
  if (/already.exists/i.test(answer)) return;
  throw new Error(`The supervisor's account could not be made: ${response.status} ${answer}`);
}

function post(url: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
