import type { Origin } from "../artifact.ts";
import { toPointer } from "../../util/json-pointer.ts";

/** Notes which element of the Design a place of the document is about. */
export interface OriginRecorder {
  mark(tokens: readonly (string | number)[], subject: string): void;
  origins(): readonly Origin[];
}

export function createOriginRecorder(): OriginRecorder {
  const marks = new Map<string, string>();
  return {
    mark(tokens, subject) {
      const pointer = toPointer(tokens);
      if (!marks.has(pointer)) marks.set(pointer, subject);
    },
    origins() {
      return [...marks].map(([pointer, subject]) => ({ locator: { pointer }, subject }));
    },
  };
}
