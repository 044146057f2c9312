import type { Locator } from "../diagnostics/diagnostic.ts";
import type { Artifact, Origin } from "./artifact.ts";

/**
 * The element of the Design that a place in an artifact is about: the longest pointer around it,
 * or the last line mark above it; the artifact's context or the whole package where none fits.
 */
export function subjectAt(artifact: Artifact, locator?: Locator): string {
  const fallback =
    artifact.context === undefined ? "package" : `system/context/${artifact.context}`;
  if (locator === undefined) return fallback;
  const best =
    "pointer" in locator
      ? nearestPointer(artifact.origins, locator.pointer)
      : nearestLine(artifact.origins, locator.line);
  return best?.subject ?? fallback;
}

function nearestPointer(origins: readonly Origin[], pointer: string): Origin | undefined {
  let best: Origin | undefined;
  let length = -1;
  for (const origin of origins) {
    if (!("pointer" in origin.locator)) continue;
    const { pointer: own } = origin.locator;
    const isAround = pointer === own || pointer.startsWith(`${own}/`);
    if (isAround && own.length > length) [best, length] = [origin, own.length];
  }
  return best;
}

function nearestLine(origins: readonly Origin[], line: number): Origin | undefined {
  let best: Origin | undefined;
  let nearest = 0;
  for (const origin of origins) {
    if (!("line" in origin.locator)) continue;
    const { line: own } = origin.locator;
    if (own <= line && own >= nearest) [best, nearest] = [origin, own];
  }
  return best;
}
