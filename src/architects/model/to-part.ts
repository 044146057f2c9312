import { z } from "zod";
import { contextDesignSchema } from "../../design/schema/context-design.ts";
import { assumption, question } from "../../design/schema/requirements-sections.ts";
import { systemSchema } from "../../design/schema/system.ts";
import { subjectAtPath } from "../../design/subject-at-path.ts";
import type { UnitPart } from "../../design/unit-part.ts";
import { unitName } from "../../design/units.ts";
import { SYSTEM } from "../../design/walk-design.ts";
import type { Diagnostic, Outcome } from "../../diagnostics/diagnostic.ts";
import { toKebab, uniqueName } from "../../util/naming.ts";
import type { DraftRequest } from "../architect.ts";
import { coerceAnswer } from "./coerce-answer.ts";
import { invalidAnswer } from "./findings/invalid-answer.ts";
import { normaliseSection } from "./normalise-section.ts";
import { parseSalvaging } from "./parse-salvaging.ts";
import type { Loss } from "./parse-salvaging.ts";
import { guesses } from "./wire/answer-parts.ts";
import { wireUnits } from "./wire/wire-units.ts";

/** More items than this in one list of an answer are not a design. */
const MAXIMUM_ITEMS = 1000;
/** More findings than this help nobody. */
const MAXIMUM_FINDINGS = 60;

/**
 * The unit's part from the JSON value that a model answered. Items that cannot be used are left
 * out and named by diagnostics; no value where a whole section is missing. Never throws.
 */
export function toPart(answer: unknown, request: DraftRequest): Outcome<UnitPart> {
  const wire = wireUnits[request.unit.kind];
  const found: Diagnostic[] = [];
  const document = request.unit.context ?? SYSTEM;
  const coerced = bounded(coerceAnswer(wire.schema, answer), document, found);
  const accepted = parseSalvaging(wire.schema, coerced);
  found.push(...accepted.losses.map((loss) => describeLoss(loss, "package")));
  if (accepted.value === undefined) return { diagnostics: found.slice(0, MAXIMUM_FINDINGS) };

  const raw = wire.toSections(accepted.value, request);
  found.push(...(raw.diagnostics ?? []));
  const system = parseSections(systemSchema, SYSTEM, raw.system ?? {}, found);
  const context = parseSections(contextDesignSchema, document, raw.context ?? {}, found);
  const diagnostics = found.slice(0, MAXIMUM_FINDINGS);
  if (system === undefined || context === undefined) return { diagnostics };

  const guessed = parseGuesses(accepted.value, request, found);
  const own: UnitPart = {
    ...(raw.system === undefined ? {} : { system }),
    ...(raw.context === undefined ? {} : { context }),
    ...guessed,
  };
  return { value: own, diagnostics: found.slice(0, MAXIMUM_FINDINGS) };
}

/** The sections, validated; nothing where one of them cannot be saved. */
function parseSections(
  schema: z.ZodObject,
  document: string,
  sections: Readonly<Record<string, unknown>>,
  found: Diagnostic[],
): object | undefined {
  const names = Object.keys(sections);
  const owned = z.object(Object.fromEntries(names.map((name) => [name, sectionOf(schema, name)])));
  const { value, losses } = parseSalvaging(owned, dedupe(normaliseSection(owned, sections), found));
  found.push(
    ...losses.map((loss) => {
      const { subject } = subjectAtPath(document, loss.within, loss.path);
      return describeLoss(loss, subject === SYSTEM ? "package" : subject);
    }),
  );
  return value;
}

function sectionOf(schema: z.ZodObject, name: string): z.core.$ZodType {
  const section = schema.shape[name];
  if (section === undefined) throw new Error(`the design has no section ${name}`);
  return section;
}

/** Of two elements with one id in the same list, the first stays. */
function dedupe(value: unknown, found: Diagnostic[]): unknown {
  if (Array.isArray(value)) {
    const taken = new Set<unknown>();
    return value.flatMap((item: unknown) => {
      const id = idOf(item);
      if (id !== undefined && taken.has(id)) {
        found.push(invalidAnswer("package", { where: id, reason: "two elements have this id" }));
        return [];
      }
      taken.add(id);
      return [dedupe(item, found)];
    });
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, dedupe(item, found)]));
}

type GuessedPart = Pick<UnitPart, "assumptions" | "openQuestions">;

function parseGuesses(answer: unknown, request: DraftRequest, found: Diagnostic[]): GuessedPart {
  const unit = unitName(request.unit);
  const known = new Set(request.reading.requirements.map(({ id }) => id));
  const taken = new Set<string>();
  const given = z
    .object(guesses)
    .parse(answer)
    .guesses.map((guess) => {
      const words = guess.text.split(/\s+/).slice(0, 8).join(" ");
      const id = uniqueName(toKebab(/[a-z0-9]/i.test(guess.id) ? guess.id : words, 58), taken);
      taken.add(id);
      const { kind, text, reason } = guess;
      // A guess is worth keeping even where it names no statement that exists.
      const requirement = known.has(guess.requirement) ? guess.requirement : "";
      return { kind, id, text, reason, requirement, meanwhile: reason, unit };
    });
  const lists = z.object({ assumptions: z.array(assumption), openQuestions: z.array(question) });
  const raw = {
    assumptions: given.filter(({ kind }) => kind === "assumption"),
    openQuestions: given.filter(({ kind }) => kind === "question"),
  };
  const { value, losses } = parseSalvaging(lists, normaliseSection(lists, raw));
  found.push(...losses.map((loss) => describeLoss(loss, "package")));
  return {
    assumptions: (value?.assumptions ?? []).map(withoutUnit),
    openQuestions: (value?.openQuestions ?? []).map(withoutUnit),
  };
}

/** The one who merges the part says whose guess it is. */
function withoutUnit<Guess extends { readonly unit: string }>(guess: Guess): Omit<Guess, "unit"> {
  const { unit, ...rest } = guess;
  return unit === "" ? guess : rest;
}

function bounded(value: unknown, subject: string, found: Diagnostic[]): unknown {
  if (Array.isArray(value)) {
    if (value.length > MAXIMUM_ITEMS) {
      const reason = `a list has ${value.length} items; ${MAXIMUM_ITEMS} are allowed`;
      found.push(invalidAnswer("package", { where: subject, reason }));
    }
    return value.slice(0, MAXIMUM_ITEMS).map((item) => bounded(item, subject, found));
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, bounded(item, subject, found)]),
  );
}

function describeLoss({ path, reason, within }: Loss, subject: string): Diagnostic {
  let value = within;
  let where = "";
  for (const token of path) {
    value = Object(value)[token];
    const label = typeof token === "number" ? `[${idOf(value) ?? token}]` : `.${token}`;
    where += label;
  }
  return invalidAnswer(subject, { where: where.replace(/^\./, "") || "the root", reason });
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null || !("id" in value)) return undefined;
  return typeof value.id === "string" && value.id !== "" ? value.id : undefined;
}
