import { z } from "zod";
import { indexDesign, resolveReference } from "../../design/design-index.ts";
import type { Design } from "../../design/design.ts";
import { contextDesignSchema } from "../../design/schema/context-design.ts";
import type { ElementKind } from "../../design/schema/element-kind.ts";
import { systemSchema } from "../../design/schema/system.ts";
import type { UnitPart } from "../../design/unit-part.ts";
import { mergePart } from "../../design/unit-part.ts";
import type { Unit } from "../../design/units.ts";
import { declarationOf } from "../../design/units.ts";
import type { ReferenceVisit } from "../../design/walk-design.ts";
import { SYSTEM } from "../../design/walk-design.ts";
import { toKebab } from "../../util/naming.ts";
import type { EditableDesign, Tokens, Tree } from "./edit-part.ts";
import { editableCopy, isOwn, partOfEdited } from "./edit-part.ts";
import { synthesiseElement } from "./synthesise-element.ts";

/** Elements that were made may refer to others that have to be made; a few rounds reach the end. */
const MOST_ROUNDS = 6;

/**
 * Makes a part fit what is accepted: references of the part that name nothing are left out or
 * turned to what is there, and what accepted elements of other units expect from this unit is made
 * from what refers to it, as an assumption. Afterwards no reference from or to the unit dangles.
 */
export function adoptReferences(unit: Unit, part: UnitPart, accepted: Design): UnitPart {
  const edit = editableCopy(mergePart(accepted, unit, part));
  const made = new Map<string, string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const expected = adoptInbound(unit, edit);
    for (const [subject, by] of expected) made.set(subject, by);
    const dropped = dropOutbound(unit, edit);
    if (expected.size === 0 && dropped === 0) break;
  }
  const fitted = partOfEdited(edit.design, unit);
  return {
    ...fitted,
    assumptions: [...ownAssumptions(part, fitted), ...[...made].map(assumptionFor)],
  };
}

/** `partOf` gives the assumptions with the ids they got beside those of others. */
function ownAssumptions(part: UnitPart, fitted: UnitPart): UnitPart["assumptions"] {
  const requirementOf = new Map(
    fitted.assumptions.map(({ text, requirement }) => [text, requirement]),
  );
  return part.assumptions.map((assumption) => {
    const { id, text, reason } = assumption;
    const requirement = requirementOf.get(text);
    return requirement === undefined ? { id, text, reason } : { id, text, reason, requirement };
  });
}

function adoptInbound(unit: Unit, edit: EditableDesign): ReadonlyMap<string, string> {
  const index = indexDesign(edit.design);
  const dangling = index.references.filter(
    (visit) => !isOwn(unit, visit, edit.design) && resolveReference(index, visit) === undefined,
  );
  const made = new Map<string, string>();
  const certain = dangling.filter(({ candidates }) => candidates.length === 1);
  const known = new Set(certain.flatMap(({ candidates }) => candidates));
  for (const visit of [...certain, ...dangling.filter((other) => !certain.includes(other))]) {
    if (
      visit.candidates.some(
        (subject) => made.has(subject) || (visit.candidates.length > 1 && known.has(subject)),
      )
    )
      continue;
    const owned = visit.candidates.filter((subject) => isOwnSubject(unit, subject));
    const subject = preferred(owned, visit);
    if (subject === undefined) continue;
    synthesiseElement(subject, { edit, visit, unit });
    made.set(subject, visit.subject);
  }
  return made;
}

/** `orders/entity/order/field/total`: whether the unit owns what this would be. */
function isOwnSubject(unit: Unit, subject: string): boolean {
  const [document = "", kind = ""] = subject.split("/");
  const { elements, scope } = declarationOf(unit.kind);
  if (!(elements as readonly string[]).includes(kind)) return false;
  return scope === "system" ? document === SYSTEM : document === unit.context;
}

/** A step begins with an actor; what hosts data is a store; else the first that may be meant. */
function preferred(
  owned: readonly string[],
  { tokens, kinds }: ReferenceVisit,
): string | undefined {
  const wanted: ElementKind | undefined =
    tokens.at(-1) === "from" && kinds.includes("actor") && tokens.at(-2) === 0
      ? "actor"
      : kinds.includes("deployable")
        ? "deployable"
        : undefined;
  return owned.find((subject) => subject.split("/")[1] === wanted) ?? owned[0];
}

function dropOutbound(unit: Unit, edit: EditableDesign): number {
  const index = indexDesign(edit.design);
  const dangling = index.references.filter(
    (visit) => isOwn(unit, visit, edit.design) && resolveReference(index, visit) === undefined,
  );
  for (const visit of dangling) dropReference(visit, edit, [...index.elements.values()]);
  edit.compact();
  return dangling.length;
}

function dropReference(
  visit: ReferenceVisit,
  edit: EditableDesign,
  elements: readonly {
    readonly kind: ElementKind;
    readonly document: string;
    readonly id: string;
  }[],
): void {
  const { document, tokens, kinds, form } = visit;
  const last = tokens.at(-1);
  if (edit.at(document, tokens) !== visit.text) return;
  if (typeof last === "number") {
    const list = edit.at(document, tokens.slice(0, -1));
    if (Array.isArray(list) && (list.length > 1 || mayBeEmpty(document, tokens.slice(0, -1))))
      edit.remove(document, tokens);
    else removeItem(document, tokens.slice(0, -1), edit);
    return;
  }
  if (isOptional(document, tokens)) {
    edit.remove(document, tokens);
    const holder = edit.at(document, tokens.slice(0, -1)) as Tree;
    const needsType =
      last === "field" && ["parameters", "properties", "payload"].includes(String(tokens.at(-3)));
    if (needsType && holder["type"] === undefined && holder["schema"] === undefined)
      holder["type"] = "string";
    return;
  }
  const other = elements.find(
    (element) =>
      kinds.includes(element.kind) &&
      element.kind !== "field" &&
      form === "local" &&
      (element.document === document || element.document === SYSTEM),
  );
  if (other === undefined) removeItem(document, tokens, edit);
  else edit.set(document, tokens, other.id);
}

/** Removes the list item around a place. */
function removeItem(document: string, tokens: Tokens, edit: EditableDesign): void {
  const at = tokens.findLastIndex((token) => typeof token === "number");
  if (at >= 0) edit.remove(document, tokens.slice(0, at + 1));
}

function isOptional(document: string, tokens: Tokens): boolean {
  const schema = schemaAt(document, tokens);
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault;
}

function mayBeEmpty(document: string, tokens: Tokens): boolean {
  const schema = schemaAt(document, tokens);
  return schema !== undefined && z.safeParse(schema, []).success;
}

function schemaAt(document: string, tokens: Tokens): z.core.$ZodType | undefined {
  let schema: z.core.$ZodType | undefined =
    document === SYSTEM ? systemSchema : contextDesignSchema;
  for (const token of tokens) {
    while (
      schema instanceof z.ZodOptional ||
      schema instanceof z.ZodDefault ||
      schema instanceof z.ZodNullable
    )
      schema = schema.unwrap();
    if (schema instanceof z.ZodArray) schema = schema.element;
    else if (schema instanceof z.ZodObject) schema = schema.shape[token];
    else return undefined;
  }
  return schema;
}

function assumptionFor([subject, by]: readonly [string, string]): UnitPart["assumptions"][number] {
  const words = subject.split("/").slice(1).join(" ");
  return {
    id: toKebab(`adopted-${subject.split("/").slice(1).join("-")}`),
    text: `${words.charAt(0).toUpperCase()}${words.slice(1)} is as small as what refers to it allows.`.slice(
      0,
      1000,
    ),
    reason: `${by} refers to it, and the requirements say nothing more of it.`,
  };
}
