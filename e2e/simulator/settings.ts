/** What the simulated centre is a function of. */
export interface CentreSettings {
  seed: number;
  /** Records a day, as the average of a week. */
  conversationsPerDay: number;
  /** The IANA zone in which its people live and its agents work. */
  homeZone: string;
}

export const DEFAULT_CENTRE: CentreSettings = { seed: 1, conversationsPerDay: 1500, homeZone: "Asia/Kolkata" };
