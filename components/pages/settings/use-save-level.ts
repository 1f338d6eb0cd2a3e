"use client";

import { useQueryClient } from "@tanstack/react-query";
import { serviceLevelsQuery } from "@/components/data/queries";
import { sendJson } from "@/components/data/send-json";
import { messageOf } from "@/components/ui/form/submit-form";
import { showToast } from "@/components/ui/overlay/toast";
import { type ServiceLevelChange, serviceLevelsSchema } from "@/lib/shared/service-levels";

/**
 * Saves one service level and says so. It holds for the past at once, so every number that this browser keeps is asked
 * for again. @returns whether it was saved.
 */
export function useSaveLevel(): (change: ServiceLevelChange, name: string) => Promise<boolean> {
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
