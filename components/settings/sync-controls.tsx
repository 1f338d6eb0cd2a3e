"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import type { ConnectionTest, SyncReply } from "@/lib/shared/contract";
import { actOnSync, testConnection } from "./sync-actions";

/** Run now, pause, and the connection test with its sentence. */
export function SyncControls({ sync }: { sync: SyncReply }) {
  const [test, setTest] = useState<ConnectionTest | "running" | null>(null);

  const act = (action: "run" | "pause" | "resume", words: string) =>
    actOnSync(action).then(
      () => showToast(words),
      (error: Error) => showToast(error.message, "bad"),
    );

  async function runTest(): Promise<void> {
    setTest("running");
    try {
      setTest(await testConnection());
    } catch (error) {
      setTest({ ok: false, fault: null, sentence: error instanceof Error ? error.message : "The test failed." });
    }
  }

  return (
    <>
      <Button
        isDisabled={sync.isPaused}
        onPress={() => void act("run", "A run is under way; failed parts are tried again.")}
      >
        Run now
      </Button>
      {sync.isPaused ? (
        <Button onPress={() => void act("resume", "The copy goes on.")}>Resume</Button>
      ) : (
        <Button onPress={() => void act("pause", "The copy stops after the part under way.")}>Pause</Button>
      )}
      <Button isDisabled={test === "running"} onPress={() => void runTest()}>
        {test === "running" ? "Testing…" : "Test the connection"}
      </Button>
      <p role="status" className={test && test !== "running" && !test.ok ? "text-bad" : "text-good"}>
        {test && test !== "running" ? test.sentence : ""}
      </p>
    </>
  );
}
