/** What a client needs to be let in by the simulator. */
export interface Credentials {
  accountId: string;
  streamId: string;
  clientId: string;
  clientSecret: string;
}

/** The simulator's own credentials: public on purpose, of no use anywhere else. 64 characters, so that HS512 is at home too. */
export const DEFAULT_CREDENTIALS: Credentials = {
  accountId: "sim-account",
  streamId: "st-simulator",
  clientId: "cs-simulator",
  clientSecret: "for-the-callboard-simulator-only-this-secret-protects-nothing-01",
};
