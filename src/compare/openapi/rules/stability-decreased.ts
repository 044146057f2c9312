import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";
import type { ApiRule } from "../api-rule.ts";
import { subjectOf, whereOf } from "../change-place.ts";
import { asText } from "../json-node.ts";
import { STABILITY_LEVELS, stabilityOf } from "../stability-of.ts";

const LEVELS = STABILITY_LEVELS.join(", ");

export const stabilityDecreased = declareDiagnostic<{
  readonly where: string;
  readonly was: string;
  readonly is: string;
}>({
  code: "api/stability-decreased",
  severity: "error",
  message: ({ where, was, is }) =>
    `${where} was ${was} and is ${is}: what was promised to stay may change now`,
  fix: ({ was }) => `keep the level ${was}`,
});

export const invalidStability = declareDiagnostic<{
  readonly where: string;
  readonly text: string;
}>({
  code: "api/invalid-stability",
  severity: "error",
  message: ({ where, text }) => `the stability level of ${where} is ${text}, which nobody knows`,
  fix: `write one of ${LEVELS}`,
});

export const stabilityDecreasedRule: ApiRule = {
  operation({ base, head }, place) {
    if (base === undefined || head === undefined) return [];
    const [was, is] = [stabilityOf(base.value), stabilityOf(head.value)];
    if (was === is) return [];
    const [subject, where] = [subjectOf(place), whereOf(place)];
    const unknown = [is, was].find((level) => level !== undefined && rank(level) < 0);
    if (unknown !== undefined) {
      return [invalidStability(subject, { where, text: JSON.stringify(unknown) })];
    }
    // An operation without a level makes no promise about levels, but is in use.
    const before = was === undefined ? STABILITY_LEVELS.length - 1 : rank(was);
    const after = is === undefined ? STABILITY_LEVELS.length - 1 : rank(is);
    if (after >= before) return [];
    const args = { where, was: asText(was) ?? "stable", is: asText(is) ?? "stable" };
    return [stabilityDecreased(subject, args)];
  },
};

function rank(level: unknown): number {
  return typeof level === "string" ? STABILITY_LEVELS.indexOf(level) : -1;
}
