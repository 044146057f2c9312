import { z } from "zod";
import { target, targetMeasure } from "../../../design/schema/requirements-sections.ts";
import type { DraftRequest } from "../../architect.ts";
import type { Diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { Requirement } from "../../../requirements/requirement.ts";
import { invalidAnswer } from "../findings/invalid-answer.ts";
import { choice, guesses, quantity, text, texts } from "./answer-parts.ts";
import type { RawSections, WireUnit } from "./wire-unit.ts";

const schema = z.object({
  title: text(),
  summary: text(),
  glossary: z.array(z.object({ id: text(), name: text(), definition: text(), reqs: texts() })),
  requirements: z.array(
    z.object({
      id: text(),
      kind: choice(["functional", "quality", "constraint"]),
      name: text(),
      priority: choice(["must", "should", "could"]),
      scope: choice(["in", "out", "open"]),
      reason: text(),
    }),
  ),
  load: z.object({
    registeredUsers: quantity,
    concurrentUsers: quantity,
    thinkTimeSeconds: quantity,
    peakFactor: quantity,
    readShare: quantity,
    requestBytes: quantity,
    responseBytes: quantity,
    growthPercentPerYear: quantity,
  }),
  targets: z.array(
    z.object({
      id: text(),
      name: text(),
      measure: choice(targetMeasure.options as ["latency"]),
      comparator: choice(["lt", "lte", "gt", "gte"]),
      value: z.number(),
      unit: choice(target.shape.unit.options as ["ms"]),
      percentile: z.number().optional(),
      scope: text(),
      basis: choice(["stated", "assumed"]),
      reason: text(),
      reqs: texts(),
    }),
  ),
  ...guesses,
});

type Answer = z.infer<typeof schema>;

/** The statements are fixed by the reader; the model classifies them and names them. */
export const requirementsWire: WireUnit = {
  kind: "requirements",
  schema,
  toSections(answer, request) {
    const { title, summary, glossary, load, targets, requirements } = answer as Answer;
    const { read, diagnostics } = classify(requirements, request);
    return {
      system: {
        title: title.trim() === "" ? request.reading.title : title,
        summary: summary.trim() === "" ? request.reading.summary : summary,
        glossary,
        requirements: read,
        load,
        targets,
      },
      diagnostics,
    } satisfies RawSections;
  },
  fromSections: (sections) => sections,
};

function classify(
  answers: Answer["requirements"],
  request: DraftRequest,
): { readonly read: readonly unknown[]; readonly diagnostics: readonly Diagnostic[] } {
  const byId = new Map(answers.map((item) => [item.id.trim().toLowerCase(), item]));
  const read = request.reading.requirements.map((requirement) => {
    const given = byId.get(requirement.id);
    byId.delete(requirement.id);
    return given === undefined ? asRead(requirement) : classified(requirement, given);
  });
  const diagnostics = [...byId.keys()].map((id) =>
    invalidAnswer(
      "package",
      {
        where: "requirements",
        reason: `there is no requirement with the id ${JSON.stringify(id.slice(0, 80))}`,
      },
      { fix: "classify only the requirements that were read; nothing may be added" },
    ),
  );
  return { read, diagnostics };
}

function asRead(requirement: Requirement): unknown {
  const { id, kind, name, text: words, priority, outOfScope } = requirement;
  if (!outOfScope) return { id, kind, name, text: words, priority, scope: "in" };
  return { id, kind, name, text: words, priority, scope: "out", reason: NAMED_OUT };
}

function classified(requirement: Requirement, given: Answer["requirements"][number]): unknown {
  const { kind, name, priority, scope, reason } = given;
  const label = name.trim() === "" ? requirement.name : name;
  const base = { id: requirement.id, kind, name: label, text: requirement.text, priority };
  // What the document itself rules out is not for a model to bring back.
  if (requirement.outOfScope) {
    return { ...base, scope: "out", reason: reason.trim() === "" ? NAMED_OUT : reason };
  }
  return { ...base, scope, reason };
}

const NAMED_OUT = "The requirements name it as out of scope.";
