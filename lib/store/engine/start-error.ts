/** Why a store cannot be opened, by what a person can do about it. */
export type StoreFault = "corrupt" | "in_use" | "disk_full" | "not_writable" | "other_version" | "database_url";

/** A store that cannot be used at the start; its message is one line with the remedy. */
export class StoreStartError extends Error {
  override readonly name = "StoreStartError";

  constructor(
    readonly fault: StoreFault,
    message: string,
  ) {
    super(message);
  }
}
