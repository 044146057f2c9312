import { blocksWrites } from "../../../engines/lock-mode.ts";
import type { StatementEffect } from "../../../engines/measure-statements.ts";
import type { Hazard, MigrationStep } from "../../migration-rule.ts";
import { hazard } from "../../migration-rule.ts";
import { failsOnSchema } from "../findings/fails-on-schema.ts";
import { measuredHazard } from "../findings/measured-hazard.ts";
import { spokenLock } from "./spoken-lock.ts";

/** Codes that say nothing about what the statement itself does. */
const ABOUT_LIMITS = ["migrations/no-lock-timeout", "migrations/no-statement-timeout"];

/**
 * The hazards of a statement after the engine ran it: what it refutes is gone, what it shows and no
 * rule knew is added, and the others say what was measured.
 */
export function judgeByEffect(
  step: MigrationStep,
  hazards: readonly Hazard[],
  effect: StatementEffect | undefined,
): readonly Hazard[] {
  if (effect === undefined || effect.mode === "control") return hazards;
  if (effect.failure !== undefined) {
    const args = { statement: shorten(step.statement.text), reason: effect.failure.message };
    return [...hazards, hazard(failsOnSchema, args)];
  }
  const left = hazards.filter((found) => !isRefuted(found, effect));
  const isKnown = left.some(({ code }) => !ABOUT_LIMITS.includes(code));
  const missed = isKnown ? [] : missedHazards(step, effect);
  return [...left.map((found) => withMeasure(found, effect, step)), ...missed];
}

function isRefuted({ effect: claim }: Hazard, { scanned, rewritten }: StatementEffect): boolean {
  if (claim === undefined) return false;
  const isRewritten = rewritten.includes(claim.table);
  return claim.kind === "rewrite" ? !isRewritten : !isRewritten && !scanned.includes(claim.table);
}

function missedHazards(step: MigrationStep, effect: StatementEffect): readonly Hazard[] {
  return blockedTables(step, effect).flatMap(({ table }) => {
    if (effect.rewritten.includes(table)) {
      return [hazard(measuredHazard, { table, effect: "writes every row anew of" })];
    }
    const isRead = effect.scanned.includes(table);
    return isRead ? [hazard(measuredHazard, { table, effect: "reads every row of" })] : [];
  });
}

function withMeasure(found: Hazard, effect: StatementEffect, step: MigrationStep): Hazard {
  const parts = blockedTables(step, effect).map(({ table, mode }) =>
    [
      `${spokenLock(mode)} on ${table}`,
      ...(effect.rewritten.includes(table) ? ["rewritten"] : []),
      ...(effect.scanned.includes(table) ? ["read whole"] : []),
    ].join(", "),
  );
  if (parts.length === 0) return found;
  return {
    ...found,
    report(subject, details) {
      const diagnostic = found.report(subject, details);
      return { ...diagnostic, message: `${diagnostic.message} [measured: ${parts.join("; ")}]` };
    },
  };
}

/** Tables that were there before and that somebody had to wait for. */
function blockedTables({ known }: MigrationStep, { locks, created }: StatementEffect) {
  return [...locks]
    .map(([table, mode]) => ({ table, mode }))
    .filter(
      ({ table, mode }) => blocksWrites(mode) && !created.includes(table) && !known.isNew(table),
    );
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
}
