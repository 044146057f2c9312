import { z } from "zod";
import type { ContextDesign, Design } from "./design.ts";
import { contextDesignSchema } from "./schema/context-design.ts";
import type { ElementKind } from "./schema/element-kind.ts";
import { elementKinds, referenceRules } from "./schema/identity.ts";
import { systemSchema } from "./schema/system.ts";

/** Name of the system document in subjects; no context may be called so. */
export const SYSTEM = "system";

/** An element, where the walk meets it. */
export interface ElementVisit {
  readonly kind: ElementKind;
  readonly id: string;
  /** `orders/entity/order/field/total`: the address that diagnostics are keyed on. */
  readonly subject: string;
  /** `system`, or the id of the context. */
  readonly document: string;
  /** Where it stands in its document. */
  readonly tokens: readonly (string | number)[];
  readonly value: Readonly<Record<string, unknown>>;
}

/** A use of an id, where the walk meets it. */
export interface ReferenceVisit {
  /** The element that holds the reference. */
  readonly subject: string;
  readonly document: string;
  readonly tokens: readonly (string | number)[];
  readonly text: string;
  readonly kinds: readonly ElementKind[];
  readonly form: "local" | "qualified";
  /** Every subject that the text may mean; it resolves when one of them exists. */
  readonly candidates: readonly string[];
}

export interface DesignVisitor {
  readonly element?: (visit: ElementVisit) => void;
  readonly reference?: (visit: ReferenceVisit) => void;
}

/** Kinds that live in a context's document; all others live in the system's. */
const CONTEXT_KINDS: ReadonlySet<ElementKind> = new Set(["entity", "operation", "schema"]);

/** Calls the visitor for every element and every reference, in document order. */
export function walkDesign(design: Design, visitor: DesignVisitor): void {
  walkDocument(SYSTEM, systemSchema, design.system, visitor);
  for (const context of design.contexts) walkContext(context, visitor);
}

/** The same for the document of one context. */
export function walkContext(context: ContextDesign, visitor: DesignVisitor): void {
  walkDocument(context.context, contextDesignSchema, context, visitor);
}

interface Place {
  readonly document: string;
  readonly subject: string;
  readonly tokens: readonly (string | number)[];
  /** Objects around the value, innermost last. */
  readonly enclosing: readonly Readonly<Record<string, unknown>>[];
  /** Subject of the entity around the value. */
  readonly entity?: string;
  readonly visitor: DesignVisitor;
}

function walkDocument(
  document: string,
  schema: z.core.$ZodType,
  value: unknown,
  visitor: DesignVisitor,
): void {
  walkValue(schema, value, { document, subject: document, tokens: [], enclosing: [], visitor });
}

function walkValue(schema: z.core.$ZodType, value: unknown, place: Place): void {
  if (value === undefined || value === null) return;
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault
  ) {
    walkValue(schema.unwrap(), value, place);
  } else if (schema instanceof z.ZodArray && Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      walkValue(schema.element, item, { ...place, tokens: [...place.tokens, index] });
    }
  } else if (schema instanceof z.ZodObject && isRecord(value)) {
    walkObject(schema, value, place);
  } else if (typeof value === "string") {
    const rule = referenceRules.get(schema);
    if (rule === undefined || place.visitor.reference === undefined) return;
    const { subject, document, tokens } = place;
    const { targets: kinds, form } = rule;
    const candidates = candidateSubjects(value, rule, place);
    place.visitor.reference({ subject, document, tokens, text: value, kinds, form, candidates });
  }
}

function walkObject(
  schema: z.ZodObject,
  value: Readonly<Record<string, unknown>>,
  place: Place,
): void {
  const kind = elementKinds.get(schema)?.kind;
  let inner: Place = { ...place, enclosing: [...place.enclosing, value] };
  if (kind !== undefined && typeof value["id"] === "string") {
    const { document, tokens } = place;
    const subject = `${place.subject}/${kind}/${value["id"]}`;
    inner = { ...inner, subject, ...(kind === "entity" ? { entity: subject } : {}) };
    place.visitor.element?.({ kind, id: value["id"], subject, document, tokens, value });
  }
  for (const [key, property] of Object.entries(schema.shape)) {
    walkValue(property, value[key], { ...inner, tokens: [...place.tokens, key] });
  }
}

function candidateSubjects(
  text: string,
  rule: { readonly targets: readonly ElementKind[]; readonly form: string; readonly via?: string },
  place: Place,
): readonly string[] {
  if (rule.form === "qualified") {
    const [context = "", id = ""] = text.split("/");
    return rule.targets.map((kind) => `${context}/${kind}/${id}`);
  }
  return rule.targets.map((kind) => {
    if (kind === "field") return `${ownerOfField(rule.via, place)}/field/${text}`;
    return `${CONTEXT_KINDS.has(kind) ? place.document : SYSTEM}/${kind}/${text}`;
  });
}

function ownerOfField(via: string | undefined, place: Place): string {
  if (via === undefined) return place.entity ?? place.subject;
  const names = place.enclosing.map((object) => object[via]);
  const entity = names.findLast((name) => typeof name === "string") ?? "";
  const [first = "", second] = entity.split("/");
  return second === undefined ? `${place.document}/entity/${first}` : `${first}/entity/${second}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
