/** Where the copy comes from and how, as the server's environment sets it: all but the secret. */
export interface Connection {
  host: string;
  accountId: string;
  streamId: string;
  clientId: string;
  /** Minutes with JavaScript's sign: the fixed offset of requests. */
  timeZoneOffset: number;
  requestsPerMinute: number;
  historyDays: number;
  intervalSeconds: number;
  rereadDays: number;
}
