"use client";

import { useApp } from "@/components/data/app-context";
import { Button } from "@/components/ui/form/button";
import { Panel } from "@/components/ui/panel/panel";
import { type DotTone, StatusDot } from "@/components/ui/panel/status-dot";
import type { SyncReply } from "@/lib/shared/contract";
import { describeIncomplete } from "@/lib/shared/incomplete";
import { CoverageBar } from "./coverage-bar";
import { runSync } from "./sync-actions";
import { SyncFigures } from "./sync-figures";

/** How far the sync is, on a time axis and in figures, and the way to steer it. */
export function SyncPanel({ sync, mayAct }: { sync: SyncReply; mayAct: boolean }) {
  const { timeZone } = useApp();
  const { tone, words } = stateOf(sync);
  const tools = mayAct && (
    <div className="flex gap-2 pr-2">
      <Button isDisabled={sync.isPaused} onPress={() => void runSync("run")}>
        Run now
      </Button>
      <Button onPress={() => void runSync(sync.isPaused ? "resume" : "pause")}>
        {sync.isPaused ? "Resume" : "Pause"}
      </Button>
    </div>
  );
  return (
    <Panel title="Sync" note={<StatusDot tone={tone}>{words}</StatusDot>} tools={tools}>
      <div className="grid gap-5">
        <SyncFigures sync={sync} />
        <CoverageBar coverage={sync.coverage} timeZone={timeZone} />
      </div>
    </Panel>
  );
}

function stateOf(sync: SyncReply): { tone: DotTone; words: string } {
  const { state, isPaused, complete } = sync;
  if (isPaused) {
    return { tone: "idle", words: "Paused" };
  }
  if (state === "failing") {
    return { tone: "bad", words: "Failing" };
  }
  if (state === "running" && !complete) {
    return { tone: "warn", words: "Syncing" };
  }
  if (complete && describeIncomplete(sync).length > 0) {
    return { tone: "warn", words: "Copied; some records are not read, or not in full" };
  }
  return complete ? { tone: "good", words: "Complete" } : { tone: "warn", words: "Waiting for its next run" };
}
