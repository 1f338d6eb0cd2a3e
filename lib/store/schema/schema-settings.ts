/** What a queue counts as in time; the row of the empty id holds for queues that set none. Seconds. */
export interface ServiceLevelRow {
  queueId: string;
  thresholdSeconds: number | null;
  /** Entries abandoned sooner are left out of the service level; null leaves none out. */
  shortAbandonSeconds: number | null;
}

/** What people have set in the application, by its name. */
export interface SettingRow {
  key: string;
  value: string;
}
