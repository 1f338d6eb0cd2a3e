"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Check, RotateCcw } from "lucide-react";
import { type ReactNode, useRef, useState } from "react";
import { serviceLevelsQuery } from "@/components/data/queries";
import { sendJson } from "@/components/data/send-json";
import { Button } from "@/components/ui/form/button";
import { messageOf } from "@/components/ui/form/submit-form";
import { showToast } from "@/components/ui/overlay/toast";
import { type ServiceLevelChange, serviceLevelsSchema } from "@/lib/shared/service-levels";
import { readSeconds, SecondsField } from "./seconds-field";

export interface Level {
  queueId: string;
  name: string;
  thresholdSeconds: number | null;
  shortAbandonSeconds: number | null;
}

interface Props {
  level: Level;
  /** What holds for an empty field. */
  otherwise: { threshold: string; shortAbandon: string };
  /** Whether the fields can be emptied by a button, to go back to the default. */
  hasDefault: boolean;
  /** The queue's service level as it is now. */
  figure: ReactNode;
}

const textOf = (seconds: number | null) => (seconds === null ? "" : String(seconds));

/** One row that is edited in place: Enter or the tick saves it. */
export function LevelRow({ level, otherwise, hasDefault, figure }: Props) {
  const { queueId, name } = level;
  // Null: not touched, so that what somebody else saves shows.
  const [threshold, setThreshold] = useState<string | null>(null);
  const [short, setShort] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const save = useSaveLevel();
  const texts = {
    threshold: threshold ?? textOf(level.thresholdSeconds),
    short: short ?? textOf(level.shortAbandonSeconds),
  };
  const [first, second] = [readSeconds(texts.threshold), readSeconds(texts.short)];
  const read =
    "error" in first || "error" in second
      ? null
      : { thresholdSeconds: first.seconds, shortAbandonSeconds: second.seconds };
  const isChanged =
    read === null ||
    read.thresholdSeconds !== level.thresholdSeconds ||
    read.shortAbandonSeconds !== level.shortAbandonSeconds;
  const isOwn = level.thresholdSeconds !== null || level.shortAbandonSeconds !== null;

  async function send(change: Pick<Level, "thresholdSeconds" | "shortAbandonSeconds"> | null): Promise<void> {
    if (change && (await save({ queueId, ...change }, name))) {
      setThreshold(null);
      setShort(null);
      // The button that was pressed is gone by now.
      field.current?.focus();
    }
  }

  return (
    <tr
      onKeyDown={(event) => {
        if (event.key === "Enter" && event.target instanceof HTMLInputElement && isChanged) {
          void send(read);
        }
      }}
    >
      <th
        scope="row"
        className="max-w-72 whitespace-normal! wrap-anywhere max-md:max-w-28 min-w-24 md:min-w-40"
        title={name}
      >
        <bdi>{name}</bdi>
      </th>
      <td>
        <SecondsField
          ref={field}
          label={`${name}: answered within, seconds`}
          value={texts.threshold}
          onChange={setThreshold}
          placeholder={otherwise.threshold}
          error={"error" in first ? first.error : undefined}
        />
      </td>
      <td>
        <SecondsField
          label={`${name}: abandons left out below, seconds`}
          value={texts.short}
          onChange={setShort}
          placeholder={otherwise.shortAbandon}
          error={"error" in second ? second.error : undefined}
        />
      </td>
      <td className="is-number max-md:hidden">{figure}</td>
      <td>
        <div className="flex h-[30px] justify-end gap-1 lg:min-w-44">
          {isChanged && (
            <Button
              variant="primary"
              isDisabled={read === null}
              aria-label={`Save ${name}`}
              onPress={() => void send(read)}
            >
              <Check aria-hidden /> <span className="max-md:hidden">Save</span>
            </Button>
          )}
          {hasDefault && isOwn && !isChanged && (
            <Button
              variant="ghost"
              aria-label={`Use the default for ${name}`}
              onPress={() => void send({ thresholdSeconds: null, shortAbandonSeconds: null })}
            >
              <RotateCcw aria-hidden /> <span className="max-md:hidden">Use the default</span>
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}

/**
 * Saves one service level and says so. It holds for the past at once, so every number that this browser keeps is asked
 * for again. @returns whether it was saved.
 */
function useSaveLevel(): (change: ServiceLevelChange, name: string) => Promise<boolean> {
  const client = useQueryClient();
  return async (change, name) => {
    try {
      const levels = serviceLevelsSchema.parse(await sendJson("PUT", "/api/service-levels", change));
      client.setQueryData(serviceLevelsQuery().queryKey, levels);
      for (const queryKey of [["metrics"], ["conversations"]]) {
        void client.invalidateQueries({ queryKey });
      }
      showToast(`${name}: saved. All numbers follow, those of the past too.`);
      return true;
    } catch (error) {
      showToast(messageOf(error), "bad");
      return false;
    }
  };
}
