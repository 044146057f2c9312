import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { follow } from "./openapi/follow.ts";
import { listOf } from "./openapi/list-of.ts";
import { patternLength } from "./openapi/pattern-length.ts";
import { recordOf } from "./openapi/record-of.ts";
import { unsatisfiableSchema } from "./openapi/unsatisfiable-schema.ts";
import { walkSchemas } from "./openapi/walk-schemas.ts";

type Json = Readonly<Record<string, unknown>>;

/** Parts of a schema that each make sense, and together leave no value. */
export const openapiUnsatisfiableSchemaCheck: ArtifactCheck = checkDocuments(
  unsatisfiableSchema,
  ({ root }) =>
    walkSchemas(root).flatMap(({ schema, pointer }) =>
      [
        lengthProblem(schema),
        multipleProblem(schema),
        markProblem(schema),
        enumProblem(schema),
        typeProblem(root, schema),
        closedProblem(root, schema),
      ].flatMap((problem) => (problem === undefined ? [] : [{ pointer, problem }])),
    ),
);

function lengthProblem({ pattern, minLength, maxLength }: Json): string | undefined {
  if (typeof pattern !== "string") return undefined;
  const length = patternLength(pattern);
  if (length === undefined) return undefined;
  if (typeof maxLength === "number" && length.least > maxLength) {
    return `what the pattern ${pattern} allows is longer than maxLength ${maxLength}`;
  }
  if (typeof minLength === "number" && length.most < minLength) {
    return `what the pattern ${pattern} allows is shorter than minLength ${minLength}`;
  }
  return undefined;
}

function multipleProblem({ minimum, maximum, multipleOf }: Json): string | undefined {
  if (typeof minimum !== "number" || typeof maximum !== "number") return undefined;
  if (typeof multipleOf !== "number" || multipleOf <= 0 || minimum > maximum) return undefined;
  return Math.ceil(minimum / multipleOf) * multipleOf > maximum
    ? `no multiple of ${multipleOf} lies between ${minimum} and ${maximum}`
    : undefined;
}

function markProblem({ readOnly, writeOnly }: Json): string | undefined {
  return readOnly === true && writeOnly === true
    ? "it is readOnly and writeOnly, so neither side may give it"
    : undefined;
}

function enumProblem({ enum: values }: Json): string | undefined {
  return Array.isArray(values) && values.length === 0 ? "its enum has no value" : undefined;
}

function typeProblem(root: unknown, schema: Json): string | undefined {
  let left: readonly string[] | undefined;
  for (const part of [schema, ...partsOf(root, schema)]) {
    const { type } = part;
    const own = (Array.isArray(type) ? type : [type]).filter((each) => typeof each === "string");
    if (own.length === 0) continue;
    left = left === undefined ? own : left.filter((each) => own.some((other) => isOf(each, other)));
    if (left.length === 0) return "the parts of its allOf have different types";
  }
  return undefined;
}

function isOf(type: string, other: string): boolean {
  return (
    type === other ||
    (type === "integer" && other === "number") ||
    (type === "number" && other === "integer")
  );
}

/** `additionalProperties: false` sees the properties beside it only (JSON Schema, applicators). */
function closedProblem(root: unknown, schema: Json): string | undefined {
  const parts = partsOf(root, schema);
  const all = [schema, ...parts];
  for (const part of parts) {
    if (part["additionalProperties"] !== false) continue;
    const own = recordOf(part["properties"]);
    const missing = all
      .flatMap(({ required }) => listOf(required).filter((name) => typeof name === "string"))
      .find((name) => !Object.hasOwn(own, name));
    if (missing !== undefined) {
      return `a part of its allOf allows no other property, and ${missing} of another part is required`;
    }
  }
  return undefined;
}

function partsOf(root: unknown, schema: Json): readonly Json[] {
  return listOf(schema["allOf"]).map((part) => follow(root, part, "").value);
}
