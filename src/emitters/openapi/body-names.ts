import type { BodySchema, ContextDesign } from "../../design/design.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { toPascal, uniqueName, wordsOf } from "../../util/naming.ts";
import type { ApiSurface } from "./api-surface.ts";
import { type BodyView, isSecret, isSetBySystem } from "../../artifacts/contract/body-view.ts";

/** Names of the schema components of one document. */
export interface BodyNames {
  /** A body as one side sees it; `suffix` for the forms made of it (a page, or null). */
  of(context: ContextDesign, schema: BodySchema, view: BodyView, suffix?: string): string;
  /** A name that no other component has. */
  reserve(name: string): string;
  /** Whether both sides see the same. */
  isShared(context: ContextDesign, schema: BodySchema): boolean;
}

/** Name of the component that every error response refers to. */
export const PROBLEM = "Problem";

/** Chooses the names before anything is rendered, so that they do not depend on the order of use. */
export function createBodyNames(surface: ApiSurface): BodyNames {
  const uses = collectUses(surface);
  const plain = new Map<string, number>();
  for (const { schema } of uses.values()) {
    const name = baseName(schema);
    plain.set(name, (plain.get(name) ?? 0) + 1);
  }
  const taken = new Set([PROBLEM]);
  const bases = new Map<string, string>();
  const forms = new Map<string, string>();
  for (const [subject, { context, schema }] of uses) {
    const own = baseName(schema);
    const isAlone = plain.get(own) === 1 && !taken.has(own);
    const name = uniqueName(isAlone ? own : `${toPascal(context.context)}${own}`, taken, "");
    taken.add(name);
    bases.set(subject, name);
  }
  return {
    of(context, schema, view, suffix = "") {
      const subject = key(context, schema);
      const views = uses.get(subject)?.views;
      const isInput = view === "request" && views?.size === 2 && !isSame(context, schema);
      const base = bases.get(subject) ?? baseName(schema);
      const form = `${isInput ? "Input" : ""}${suffix}`;
      if (form === "") return base;
      const known = forms.get(`${subject} ${form}`);
      if (known !== undefined) return known;
      const name = uniqueName(`${base}${form}`, taken, "");
      taken.add(name);
      forms.set(`${subject} ${form}`, name);
      return name;
    },
    reserve(name) {
      const own = uniqueName(name, taken, "");
      taken.add(own);
      return own;
    },
    isShared(context, schema) {
      return uses.get(key(context, schema))?.views.size === 2 && isSame(context, schema);
    },
  };
}

interface Use {
  readonly context: ContextDesign;
  readonly schema: BodySchema;
  readonly views: Set<BodyView>;
}

function collectUses({ named }: ApiSurface): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const { context, operation } of named) {
    visit(uses, context, operation.request?.schema, "request");
    visit(uses, context, operation.response?.schema, "response");
  }
  return uses;
}

function visit(
  uses: Map<string, Use>,
  context: ContextDesign,
  id: string | undefined,
  view: BodyView,
): void {
  const schema = context.schemas.find((candidate) => candidate.id === id);
  if (schema === undefined) return;
  const subject = key(context, schema);
  const use = uses.get(subject) ?? { context, schema, views: new Set<BodyView>() };
  if (use.views.has(view)) return;
  use.views.add(view);
  uses.set(subject, use);
  for (const property of schema.properties) visit(uses, context, property.schema, view);
  for (const variant of schema.variants?.schemas ?? []) visit(uses, context, variant, view);
}

/** Whether nothing inside differs between a request and a response. */
function isSame(
  context: ContextDesign,
  schema: BodySchema,
  seen: ReadonlySet<string> = new Set(),
): boolean {
  if (seen.has(schema.id)) return true;
  const scope = { context, entity: schema.entity, owner: key(context, schema) };
  const around = new Set([...seen, schema.id]);
  const variants = context.schemas.filter(({ id }) => schema.variants?.schemas.includes(id));
  if (!variants.every((variant) => isSame(context, variant, around))) return false;
  return schema.properties.every((property) => {
    const resolved = resolveProperty(property, scope);
    if (isSecret(resolved) || isSetBySystem(resolved)) return false;
    const { nestedSchema } = resolved;
    return nestedSchema === undefined || isSame(context, nestedSchema, around);
  });
}

function baseName(schema: BodySchema): string {
  return toPascal(wordsOf(schema.name).length === 0 ? schema.id : schema.name);
}

function key(context: ContextDesign, schema: BodySchema): string {
  return `${context.context}/schema/${schema.id}`;
}
