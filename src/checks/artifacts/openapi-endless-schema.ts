import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { endlessSchema } from "./openapi/endless-schema.ts";
import { follow } from "./openapi/follow.ts";
import { fromFragment } from "./openapi/from-fragment.ts";
import { listOf } from "./openapi/list-of.ts";
import { recordOf } from "./openapi/record-of.ts";

type Json = Readonly<Record<string, unknown>>;

/** Schemas that hold themselves with no way out: no finite value keeps one. */
export const openapiEndlessSchemaCheck: ArtifactCheck = checkDocuments(
  endlessSchema,
  ({ root }) => {
    const schemas = recordOf(recordOf(root["components"])["schemas"]);
    return Object.keys(schemas).flatMap((name) => {
      const pointer = toPointer(["components", "schemas", name]);
      if (!reaches(schemas[name], root, pointer, new Set())) return [];
      return [
        {
          pointer,
          problem: `a value of the schema ${name} must hold another one, and so on without end`,
        },
      ];
    });
  },
);

/** Whether every value of a schema holds a value of the target. */
function reaches(schema: unknown, root: Json, target: string, seen: Set<string>): boolean {
  return demandedBy(recordOf(schema)).some((part) => {
    const ref = recordOf(part)["$ref"];
    if (typeof ref !== "string") return reaches(part, root, target, seen);
    const pointer = fromFragment(ref);
    if (pointer === target) return true;
    if (seen.has(pointer)) return false;
    seen.add(pointer);
    return reaches(follow(root, { $ref: ref }, "").value, root, target, seen);
  });
}

/** The schemas that every value of a schema holds or keeps too. */
function demandedBy(schema: Json): readonly unknown[] {
  if (typeof schema["$ref"] === "string") return [schema];
  if (schema["nullable"] === true || listOf(schema["type"]).includes("null")) return [];
  const properties = recordOf(schema["properties"]);
  const required = listOf(schema["required"]).flatMap((name) =>
    typeof name === "string" && Object.hasOwn(properties, name) ? [properties[name]] : [],
  );
  const least = schema["minItems"];
  const items = typeof least === "number" && least > 0 ? [schema["items"]] : [];
  const onlyForms = ["oneOf", "anyOf"].flatMap((key) => {
    const forms = listOf(schema[key]);
    return forms.length === 1 ? forms : [];
  });
  return [...required, ...items, ...onlyForms, ...listOf(schema["allOf"])];
}
