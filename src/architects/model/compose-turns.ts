import { declarationOf, unitName } from "../../design/units.ts";
import { partOf } from "../../design/unit-part.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isAtLeast } from "../../diagnostics/severity.ts";
import type { DraftRequest } from "../architect.ts";
import { asData } from "./as-data.ts";
import { compactDesign } from "./compact-design.ts";
import { fromPart } from "./from-part.ts";
import type { TextBlock, Turn } from "./model-port.ts";
import type { Prompts } from "./prompts.ts";
import { renderPrompt } from "./render-prompt.ts";
import { requirementsView } from "./requirements-view.ts";

/** Characters of the prompt that what is settled, and what was there before, may take. */
const ACCEPTED_LIMIT = 120_000;
const REVIEW_LIMIT = 400_000;
const PREVIOUS_LIMIT = 120_000;
const MAXIMUM_FINDINGS = 60;

/** The first question about a unit: the requirements, what is settled, the task. */
export async function openingTurn(prompts: Prompts, request: DraftRequest): Promise<Turn> {
  const { unit, accepted, base, repair, reading, options } = request;
  const prompt = prompts.units.get(unit.kind);
  if (prompt === undefined) throw new Error(`no prompt for the unit ${unit.kind}`);
  const context = accepted.system.contexts.find(({ id }) => id === unit.context);
  const limit = unit.kind === "reviews" ? REVIEW_LIMIT : ACCEPTED_LIMIT;
  const previous = repair?.part ?? (base === undefined ? undefined : partOf(base, unit));
  const names = { context: unit.context ?? "", contextName: context?.name ?? "" };
  const task = await renderPrompt(prompt.task, { ...names, database: options.database });
  const brief = await renderPrompt(prompts.brief, {
    unit: unitName(unit),
    title: declarationOf(unit.kind).title,
    specialist: prompt.specialist?.instructions ?? "",
    accepted: compactDesign(accepted, unit, limit),
    previous: previous === undefined ? "" : previousAnswer(request, previous),
    findings: repair === undefined ? "" : findingsData(repair.findings),
    task,
  });
  const requirements = await renderPrompt(prompts.requirements, {
    requirements: asData(requirementsView(reading)),
  });
  return user([{ ...text(requirements), cache_control: { type: "ephemeral" } }, text(brief)]);
}

/** A further question about a unit: what was wrong with the answer before. */
export async function repairTurn(prompts: Prompts, findings: readonly Diagnostic[]): Promise<Turn> {
  return user([text(await renderPrompt(prompts.repair, { findings: findingsData(findings) }))]);
}

function previousAnswer({ unit }: DraftRequest, part: Parameters<typeof fromPart>[1]): string {
  const answer = asData(fromPart(unit.kind, part));
  return answer.length <= PREVIOUS_LIMIT ? answer : "";
}

/** What a model can act on: worst first, each once. */
function findingsData(findings: readonly Diagnostic[]): string {
  const worst = [
    ...findings.filter(({ severity }) => severity === "error"),
    ...findings.filter(({ severity }) => severity === "warning"),
    ...findings.filter(({ severity }) => !isAtLeast(severity, "warning")),
  ];
  const told = worst.map(({ code, severity, subject, message, fix, requirement }) =>
    JSON.stringify({
      code,
      severity,
      subject,
      message: message.slice(0, 600),
      fix: fix?.slice(0, 600),
      requirement,
    }),
  );
  const unique = [...new Set(told)];
  const shown: unknown[] = unique.slice(0, MAXIMUM_FINDINGS).map((item) => JSON.parse(item));
  const left = unique.length - shown.length;
  return asData(left === 0 ? shown : [...shown, { message: `and ${left} more of these` }]);
}

function user(content: readonly TextBlock[]): Turn {
  return { role: "user", content };
}

function text(words: string): TextBlock {
  return { type: "text", text: words };
}
