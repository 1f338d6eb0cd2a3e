import type { TimeWindow } from "@/lib/kore/windows";
import type { Incomplete } from "@/lib/shared/contract";
import { CallboardError } from "@/lib/shared/errors";
import { HOUR_MS } from "@/lib/shared/instants";
import { remember } from "@/lib/shared/remember";
import type { Store } from "@/lib/store/engine/engine";
import type { SyncWindowRow } from "@/lib/store/schema/schema-sync";
import { countIncomplete } from "@/lib/store/sync/incomplete";
import { readOpen, type UnfinishedSpan } from "@/lib/store/sync/unfinished";
import type { Wanted } from "@/lib/sync/plan/plan";
import { countStale } from "@/lib/sync/plan/stale";

const ALL_TIME: TimeWindow = { fromAt: Number.MIN_SAFE_INTEGER, toAt: Number.MAX_SAFE_INTEGER };

export interface CountsSource {
  store: Store;
  now(): number;
  /** What the last run wanted, of the leader where that is another instance. */
  wanted(): Wanted;
  readLedger(): Promise<readonly SyncWindowRow[]>;
}

/** Counts over the store that every status needs, each read once until the store has changed. */
export class RememberedCounts {
  /** What the status shows while the store does not answer. */
  private latest = { incomplete: { setAside: 0, unread: 0, stale: 0 }, unfinished: [] as readonly UnfinishedSpan[] };
  private readonly incomplete = remember(({ span }: { span: TimeWindow; hour: number }) => this.count(span));
  private readonly open = remember((_: null) => readOpen(this.source.store.db));

  constructor(private readonly source: CountsSource) {}

  incompleteIn(span: TimeWindow): Promise<Incomplete> {
    // By the hour, since conversations become overdue though nothing is written.
    return this.incomplete.of({ span, hour: Math.floor(this.source.now() / HOUR_MS) });
  }

  /** All that is incomplete and what stands open, or what was last known, with the error that the store answered. */
  async read(): Promise<typeof this.latest & { readError: string | null }> {
    try {
      await this.source.readLedger();
      this.latest = { ...this.latest, incomplete: await this.incompleteIn(ALL_TIME) };
      this.latest = { ...this.latest, unfinished: await this.open.of(null) };
      return { ...this.latest, readError: null };
    } catch (error) {
      if (!(error instanceof CallboardError)) {
        throw error;
      }
      return { ...this.latest, readError: error.message };
    }
  }

  forget(): void {
    this.incomplete.forget();
    this.open.forget();
  }

  /** Records made by older rules count as stale, and so do conversations that are overdue for their re-reading. */
  private async count(span: TimeWindow): Promise<Incomplete> {
    const { store, wanted, readLedger } = this.source;
    const [found, overdue] = await Promise.all([
      countIncomplete(store.db, span),
      countStale(store.db, wanted(), await readLedger(), span),
    ]);
    return { ...found, stale: found.stale + overdue };
  }
}
