import type { Design } from "../../src/design/design.ts";
import { sampleDesign } from "./sample-design.ts";

/** The same data, free to be changed. */
export type Editable<T> = T extends readonly (infer Item)[]
  ? Editable<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Editable<T[Key]> }
    : T;

/** The sample Design after an edit. */
export function editDesign(edit: (design: Editable<Design>) => void): Design {
  const design = structuredClone(sampleDesign()) as Editable<Design>;
  edit(design);
  return design;
}

/** The element with the id; a test that names none is wrong. */
export function pick<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`the sample has no ${id}`);
  return found;
}

type Context = Editable<Design>["contexts"][number];

/** `lending`. */
export function contextOf(design: Editable<Design>, id: string): Context {
  const found = design.contexts.find(({ context }) => context === id);
  if (found === undefined) throw new Error(`the sample has no context ${id}`);
  return found;
}

/** `lending/loan`. */
export function entityOf(design: Editable<Design>, path: string): Context["entities"][number] {
  const [context = "", id = ""] = path.split("/");
  return pick(contextOf(design, context).entities, id);
}

/** `lending/loan/fine`. */
export function fieldOf(
  design: Editable<Design>,
  path: string,
): Context["entities"][number]["fields"][number] {
  return pick(entityOf(design, path).fields, path.split("/")[2] ?? "");
}

/** `lending/borrow-copy`. */
export function operationOf(design: Editable<Design>, path: string): Context["operations"][number] {
  const [context = "", id = ""] = path.split("/");
  return pick(contextOf(design, context).operations, id);
}

/** `lending/loan`. */
export function schemaOf(design: Editable<Design>, path: string): Context["schemas"][number] {
  const [context = "", id = ""] = path.split("/");
  return pick(contextOf(design, context).schemas, id);
}
