import type { Role } from "../../lib/shared/roles";

export type Account = { name: string; email: string; password: string };

/** Who can sign in to the demo and in the journeys. Public on purpose: behind them lies simulated data only. */
export const ACCOUNTS: Record<Role, Account> = {
  administrator: { name: "Asha Administrator", email: "admin@callboard.example", password: "demo-administrator" },
  supervisor: { name: "Sunil Supervisor", email: "supervisor@callboard.example", password: "demo-supervisor" },
};
