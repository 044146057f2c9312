import { mergePart } from "../../../design/unit-part.ts";
import type { UnitPart } from "../../../design/unit-part.ts";
import type { Outcome } from "../../../diagnostics/diagnostic.ts";
import type { DraftRequest } from "../../architect.ts";
import { draftDecisions } from "./draft-decisions.ts";
import { draftTechnology } from "./draft-technology.ts";

/** Technology choices with what was not chosen, and the decisions behind the Design. */
export function draftTechnologyUnit({ accepted, unit }: DraftRequest): Outcome<UnitPart> {
  const technology = draftTechnology(accepted);
  const chosen: UnitPart = { system: { technology }, assumptions: [], openQuestions: [] };
  const decisions = draftDecisions(mergePart(accepted, unit, chosen));
  return {
    value: { system: { technology, decisions }, assumptions: [], openQuestions: [] },
    diagnostics: [],
  };
}
