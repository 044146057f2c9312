import { isDeepEqual } from "../../util/is-deep-equal.ts";
import type { ResolvedNode, Resolver } from "./create-resolver.ts";
import { asList, asObject, asText, childOf, itemsOf, property } from "./json-node.ts";
import type { JsonNode, JsonObject } from "./json-node.ts";

/** A schema in one form, whichever way and in whichever version of OpenAPI it is written. */
export interface SchemaView {
  readonly value: JsonObject;
  readonly pointer: string;
  /** Where the schema is a shared one, even behind a wrapper that only adds null. */
  readonly component?: string;
  /** Without `null`; `undefined` where the schema says nothing about the type. */
  readonly types: ReadonlySet<string> | undefined;
  readonly isNullable: boolean;
  /** Null comes from what is around the shared schema, not from itself. */
  readonly isWrapped: boolean;
  readonly oneOf: readonly JsonNode[];
  readonly anyOf: readonly JsonNode[];
  readonly allOf: readonly JsonNode[];
}

/** Keywords that do not restrict which values are valid. */
const SILENT: ReadonlySet<string> = new Set([
  "title",
  "description",
  "example",
  "examples",
  "default",
  "externalDocs",
  "xml",
  "deprecated",
  "readOnly",
  "writeOnly",
  "discriminator",
  "$comment",
  "nullable",
]);

/** The view of a schema; one that says nothing where there is none. */
export function viewSchema(node: JsonNode, resolve: Resolver): SchemaView {
  const resolved = resolve(node) ?? { value: {}, pointer: node.pointer };
  return viewResolved(resolved, resolve, 0);
}

/** Whether an object restricts nothing besides the keywords that are named. */
export function saysNothingBut(value: JsonObject, ...keywords: readonly string[]): boolean {
  return Object.keys(value).every(
    (key) => SILENT.has(key) || key.startsWith("x-") || keywords.includes(key),
  );
}

/** Whether two schemas allow the same, as far as their texts tell. */
export function isSameSchema(a: JsonObject, b: JsonObject): boolean {
  return isDeepEqual(withoutNotes(a), withoutNotes(b));
}

function viewResolved(node: ResolvedNode, resolve: Resolver, depth: number): SchemaView {
  const { value, pointer, component } = node;
  const lists = {
    oneOf: itemsOf(childOf(node, "oneOf")),
    anyOf: itemsOf(childOf(node, "anyOf")),
    allOf: itemsOf(childOf(node, "allOf")),
  };
  for (const keyword of ["oneOf", "anyOf", "allOf"] as const) {
    const members = lists[keyword];
    if (members.length === 0 || depth > 8) continue;
    const other = members.filter((member) => !isNull(resolve(member)?.value));
    const [only] = other;
    const hasNull = other.length < members.length;
    if (only !== undefined && other.length === 1 && saysNothingBut(value, keyword)) {
      const inner = resolve(only);
      if (inner === undefined) continue;
      const view = viewResolved(inner, resolve, depth + 1);
      const isNullable = hasNull || value["nullable"] === true;
      return { ...view, ...(isNullable && { isNullable: true, isWrapped: true }) };
    }
    if (keyword === "allOf") continue;
    const plain = other.map((member) => plainTypes(resolve(member)?.value));
    if (saysNothingBut(value, keyword, "type") && plain.every((types) => types !== undefined)) {
      const types = new Set(plain.flat());
      const own = typesOf(value);
      const isNullable = hasNull || own.isNullable || types.delete("null");
      const { [keyword]: _, ...rest } = value;
      const nothing = { oneOf: [], anyOf: [], allOf: [], isWrapped: false };
      return { value: rest, pointer, ...named(component), types, isNullable, ...nothing };
    }
    if (hasNull) {
      const { types } = typesOf(value);
      const all = { ...lists, [keyword]: other };
      return {
        value,
        pointer,
        ...named(component),
        types,
        isNullable: true,
        isWrapped: false,
        ...all,
      };
    }
  }
  return { value, pointer, ...named(component), ...typesOf(value), isWrapped: false, ...lists };
}

function named(component: string | undefined): { readonly component?: string } {
  return component === undefined ? {} : { component };
}

/** The types of a schema that says nothing else. */
function plainTypes(value: JsonObject | undefined): readonly string[] | undefined {
  if (value === undefined || !saysNothingBut(value, "type")) return undefined;
  const { types, isNullable } = typesOf(value);
  return types === undefined ? undefined : [...types, ...(isNullable ? ["null"] : [])];
}

function typesOf(value: JsonObject): Pick<SchemaView, "types" | "isNullable"> {
  const type = property(value, "type");
  const stated =
    typeof type === "string" ? [type] : asList(type).flatMap((one) => asText(one) ?? []);
  const types = new Set(stated);
  const isNullable = types.delete("null") || value["nullable"] === true;
  if (types.size > 0) return { types, isNullable };
  // Many describe an object by its properties only.
  const isObject = asObject(property(value, "properties")) !== undefined;
  return { types: isObject ? new Set(["object"]) : undefined, isNullable };
}

function isNull(value: JsonObject | undefined): boolean {
  if (value === undefined) return false;
  const type = property(value, "type");
  if (type === "null" || (Array.isArray(type) && type.length === 1 && type[0] === "null"))
    return true;
  if (property(value, "const") === null && Object.hasOwn(value, "const")) return true;
  const values = property(value, "enum");
  return Array.isArray(values) && values.length === 1 && values[0] === null;
}

function withoutNotes(value: JsonObject): JsonObject {
  const entries = Object.entries(value).filter(
    ([key]) => !SILENT.has(key) && !key.startsWith("x-"),
  );
  if (value["nullable"] === true) entries.push(["nullable", true]);
  return Object.fromEntries(entries);
}
