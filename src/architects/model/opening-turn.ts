import { declarationOf, unitName } from "../../design/units.ts";
import { partOf } from "../../design/unit-part.ts";
import type { DraftRequest } from "../architect.ts";
import { asData } from "./as-data.ts";
import { compactDesign } from "./compact-design.ts";
import { findingsData } from "./findings-data.ts";
import { fromPart } from "./from-part.ts";
import type { Turn } from "./model-port.ts";
import type { Prompts } from "./prompts.ts";
import { renderPrompt } from "./render-prompt.ts";
import { requirementsView } from "./requirements-view.ts";
import { userTurn } from "./user-turn.ts";

/** Characters of the prompt that what is settled, and what was there before, may take. */
const ACCEPTED_LIMIT = 120_000;
const REVIEW_LIMIT = 400_000;
const PREVIOUS_LIMIT = 120_000;

/** The first question about a unit: the requirements, what is settled, the task. */
export async function openingTurn(prompts: Prompts, request: DraftRequest): Promise<Turn> {
  const { unit, accepted, base, repair, reading, options } = request;
  const prompt = prompts.units.get(unit.kind);
  if (prompt === undefined) throw new Error(`no prompt for the unit ${unit.kind}`);
  const context = accepted.system.contexts.find(({ id }) => id === unit.context);
  const limit = unit.kind === "reviews" ? REVIEW_LIMIT : ACCEPTED_LIMIT;
  const previous = repair?.part ?? (base === undefined ? undefined : partOf(base, unit));
  const names = { context: unit.context ?? "", contextName: context?.name ?? "" };
  const relational = accepted.system.stores.find(({ kind }) => kind === "relational");
  const database = options.database ?? relational?.engine ?? "";
  const task = await renderPrompt(prompt.task, { ...names, database });
  const brief = await renderPrompt(prompts.brief, {
    unit: unitName(unit),
    title: declarationOf(unit.kind).title,
    specialist: prompt.specialist?.instructions ?? "",
    accepted: compactDesign(accepted, unit, limit),
    previous: previous === undefined ? "" : previousAnswer(request, previous),
    remarks: request.remarks === undefined ? "" : findingsData(request.remarks),
    findings: repair === undefined ? "" : findingsData(repair.findings),
    task,
  });
  const requirements = await renderPrompt(prompts.requirements, {
    requirements: asData(requirementsView(reading)),
  });
  return userTurn(requirements, brief);
}

function previousAnswer({ unit }: DraftRequest, part: Parameters<typeof fromPart>[1]): string {
  const answer = asData(fromPart(unit.kind, part));
  return answer.length <= PREVIOUS_LIMIT ? answer : "";
}
