import { isDeepEqual } from "../../util/is-deep-equal.ts";
import type { MemberView, Pair, PropertyView } from "./api-rule.ts";
import type { ChangePlace } from "./change-place.ts";
import type { Comparison } from "./comparison.ts";
import { asList, asObject, childOf, entriesOf, itemsOf, property } from "./json-node.ts";
import type { JsonNode } from "./json-node.ts";
import { matchMembers } from "./match-members.ts";
import { propertiesOf } from "./properties-of.ts";
import type { SchemaView } from "./schema-view.ts";
import { viewSchema } from "./schema-view.ts";

/** Schemas inside a schema that are neither properties nor members, by keyword. */
const SINGLE = [
  "items",
  "contains",
  "propertyNames",
  "if",
  "then",
  "else",
  "unevaluatedItems",
  "unevaluatedProperties",
  "contentSchema",
  "additionalProperties",
] as const;

const MAPS = ["patternProperties", "dependentSchemas"] as const;

/** Compares what two nodes describe. A shared schema is noted, and compared when its turn comes. */
export function compareSchemas(
  comparison: Comparison,
  base: JsonNode,
  head: JsonNode,
  place: ChangePlace,
): void {
  const was = viewSchema(base, comparison.base);
  const is = viewSchema(head, comparison.head);
  const { direction, isText } = place;
  const isShared = was.component !== undefined && is.component !== undefined;
  if (isShared) {
    comparison.use(place.owner, { base: was, head: is, direction, isText });
    if (was.isWrapped === is.isWrapped) return;
    // What is inside has its own turn; here only who adds null has changed.
    const only = (view: SchemaView): SchemaView => ({ ...view, value: {}, types: undefined });
    comparison.judge("schema", { base: only(was), head: only(is) }, at(place, was, is));
    return;
  }
  compareViews(comparison, was, is, place, 0);
}

/** Compares two schemas wherever they stand. */
export function compareViews(
  comparison: Comparison,
  base: SchemaView,
  head: SchemaView,
  place: ChangePlace,
  depth: number,
): void {
  const here = at(place, base, head);
  if (isEqual(base, head)) {
    return noteUses(comparison, base, head, here);
  }
  if (place.path.length > 40 || depth > 60) return;
  if (compareMembers(comparison, base, head, here)) return;
  comparison.judge("schema", { base, head }, here);
  compareProperties(comparison, base, head, here);
  for (const keyword of SINGLE) {
    const [was, is] = [childOf(base, keyword), childOf(head, keyword)];
    if (typeof was.value !== "object" || typeof is.value !== "object") continue;
    descend(comparison, was, is, here, keyword === "items" ? "items" : keyword);
  }
  if (asObject(base.value["not"]) !== undefined && asObject(head.value["not"]) !== undefined) {
    const direction = here.direction === "request" ? "response" : "request";
    descend(comparison, childOf(base, "not"), childOf(head, "not"), { ...here, direction }, "not");
  }
  for (const keyword of MAPS) {
    const after = childOf(head, keyword);
    for (const [name, was] of entriesOf(childOf(base, keyword))) {
      if (asObject(property(asObject(after.value), name)) === undefined) continue;
      descend(comparison, was, childOf(after, name), here, keyword, name);
    }
  }
  const after = itemsOf(childOf(head, "prefixItems"));
  for (const [index, was] of itemsOf(childOf(base, "prefixItems")).entries()) {
    const is = after[index];
    if (is !== undefined) descend(comparison, was, is, here, "prefixItems", String(index));
  }
}

function isEqual(base: SchemaView, head: SchemaView): boolean {
  return (
    base.isNullable === head.isNullable &&
    isDeepEqual([...(base.types ?? [])], [...(head.types ?? [])]) &&
    isDeepEqual(base.value, head.value)
  );
}

function descend(
  comparison: Comparison,
  base: JsonNode,
  head: JsonNode,
  place: ChangePlace,
  ...steps: readonly string[]
): void {
  const path = [...place.path, ...steps];
  if (path.length <= 40) compareSchemas(comparison, base, head, { ...place, path });
}

function at(place: ChangePlace, base: SchemaView, head: SchemaView): ChangePlace {
  return { ...place, base: base.pointer, head: head.pointer };
}

function compareProperties(
  comparison: Comparison,
  base: SchemaView,
  head: SchemaView,
  place: ChangePlace,
): void {
  const own = { base: ownProperties(base), head: ownProperties(head) };
  const all = {
    base: propertiesOf(base, comparison.base),
    head: propertiesOf(head, comparison.head),
  };
  for (const name of new Set([...own.base.keys(), ...own.head.keys()])) {
    // A property that moved to a part of allOf, or out of one, is still there.
    const was = own.base.get(name) ?? all.base.get(name);
    const is = own.head.get(name) ?? all.head.get(name);
    const path = [...place.path, name];
    const pointers = { base: was?.pointer ?? base.pointer, head: is?.pointer ?? head.pointer };
    const pair: Pair<PropertyView> = {
      ...(was && { base: viewProperty(name, was, base, viewSchema(was, comparison.base)) }),
      ...(is && { head: viewProperty(name, is, head, viewSchema(is, comparison.head)) }),
    };
    comparison.judge("property", pair, { ...place, path, ...pointers });
    if (was === undefined || is === undefined || isHidden(pair, place)) continue;
    compareSchemas(comparison, was, is, { ...place, path });
  }
}

/** What only the other side fills in is no part of this direction. */
function isHidden({ base, head }: Pair<PropertyView>, { direction }: ChangePlace): boolean {
  const mark = direction === "request" ? "readOnly" : "writeOnly";
  return base?.schema.value[mark] === true && head?.schema.value[mark] === true;
}

function viewProperty(
  name: string,
  node: JsonNode,
  owner: SchemaView,
  schema: SchemaView,
): PropertyView {
  const isRequired = asList(owner.value["required"]).includes(name);
  // Marks may stand beside a reference.
  const value = { ...schema.value, ...asObject(node.value) };
  return { name, isRequired, owner, schema: { ...schema, value } };
}

function ownProperties(view: SchemaView): ReadonlyMap<string, JsonNode> {
  return new Map(entriesOf(childOf(view, "properties")));
}

/** Compares the lists of members; true where nothing else of the schemas can be compared. */
function compareMembers(
  comparison: Comparison,
  base: SchemaView,
  head: SchemaView,
  place: ChangePlace,
): boolean {
  const views = {
    base: (node: JsonNode) => viewSchema(node, comparison.base),
    head: (node: JsonNode) => viewSchema(node, comparison.head),
  };
  let isWrapped = false;
  for (const keyword of ["oneOf", "anyOf", "allOf"] as const) {
    let after = head[keyword];
    let before = base[keyword];
    if (keyword === "allOf") {
      // A shared schema that became a part beside others is still a part.
      if (before.length === 0) before = asPart(base, after.map(views.head));
      else if (after.length === 0) after = asPart(head, before.map(views.base));
    } else {
      // oneOf that became anyOf, or the other way round, lists the same alternatives.
      const other = keyword === "oneOf" ? "anyOf" : "oneOf";
      const isMoved = base[other].length > 0 && head[other].length === 0;
      if (before.length === 0 && after.length > 0 && isMoved) before = base[other];
      if (after.length === 0 && head[other].length > 0 && base[other].length === 0) continue;
    }
    if (before.length === 0 && after.length === 0) continue;
    const matched = matchMembers(before, after, views);
    const isNew = before.length === 0;
    const isGone = after.length === 0;
    if (keyword !== "allOf" && (isNew || isGone)) {
      const [was, is] = [base, head].map((schema) => ({ schema, keyword, names: [] as string[] }));
      const names = (isNew ? matched.added : matched.removed).map((member) => member.name);
      if (was === undefined || is === undefined) continue;
      (isNew ? is : was).names.push(...names);
      comparison.judge("alternatives", { base: was, head: is }, place);
      isWrapped = true;
      continue;
    }
    for (const [side, members] of [
      ["base", matched.removed],
      ["head", matched.added],
    ] as const) {
      for (const { name, view } of members) {
        const member: MemberView = { keyword, name, schema: view };
        const pair: Pair<MemberView> = side === "base" ? { base: member } : { head: member };
        comparison.judge("member", pair, { ...place, path: [...place.path, keyword, name] });
      }
    }
    for (const match of matched.kept) {
      const path = [...place.path, keyword, match.head.name];
      compareSchemas(comparison, match.base.node, match.head.node, { ...place, path });
    }
  }
  // Around alternatives the type moved into them: it says nothing new.
  return isWrapped && (base.types === undefined || head.types === undefined);
}

/** A shared schema as the only part of itself, where it is one of the others' parts. */
function asPart(view: SchemaView, others: readonly SchemaView[]): readonly JsonNode[] {
  const { component, pointer } = view;
  const isPart = component !== undefined && others.some((other) => other.component === component);
  return isPart ? [{ value: { $ref: `#${component}` }, pointer }] : [];
}

/** Equal texts still lean on shared schemas, which may differ. */
function noteUses(
  comparison: Comparison,
  base: SchemaView,
  head: SchemaView,
  place: ChangePlace,
): void {
  const open: (readonly [unknown, string, string])[] = [[base.value, base.pointer, head.pointer]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [value, from, to] = next;
    if (typeof value !== "object" || value === null) continue;
    if (typeof property(asObject(value), "$ref") === "string") {
      const was = viewSchema({ value, pointer: from }, comparison.base);
      const is = viewSchema({ value, pointer: to }, comparison.head);
      const { owner, direction, isText } = place;
      if (was.component !== undefined && is.component !== undefined) {
        comparison.use(owner, { base: was, head: is, direction, isText });
        continue;
      }
    }
    for (const [key, child] of Object.entries(value))
      open.push([child, `${from}/${key}`, `${to}/${key}`]);
  }
}
