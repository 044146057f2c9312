import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";
import type { DesignCheck } from "../design-check.ts";
import { entitiesOf } from "../../design/entities-of.ts";
import { label } from "./support/label.ts";
import type { Entity, Field } from "../../design/design.ts";

export const unfitExpression = declareDiagnostic<{
  readonly entity: string;
  readonly field: string;
  readonly reason: string;
}>({
  code: "design/unfit-expression",
  severity: "error",
  message: ({ entity, field, reason }) => `${field} of ${entity} cannot be computed: ${reason}`,
  fix: ({ field }) => `correct what ${field} is computed from, or let it be written`,
});

const TEXTS: ReadonlySet<Field["type"]> = new Set(["string", "text"]);
const NUMBERS: ReadonlySet<Field["type"]> = new Set(["integer", "bigint", "decimal"]);

/** An expression over fields of the same row that an engine can store (PostgreSQL 15, §5.3). */
export const unfitExpressionCheck: DesignCheck = {
  after: ["data"],
  check(design) {
    return entitiesOf(design).flatMap(({ entity, subject }) =>
      entity.fields.flatMap((field) => {
        const reason = reasonOf(field, entity);
        if (reason === undefined) return [];
        const args = { entity: label(entity), field: label(field), reason };
        return [unfitExpression(`${subject}/field/${field.id}`, args)];
      }),
    );
  },
};

function reasonOf(field: Field, { fields, relations }: Entity): string | undefined {
  const { generated } = field;
  if (generated === undefined) return undefined;
  const sources = generated.fields.flatMap((id) => fields.find((own) => own.id === id) ?? []);
  const isText = generated.operation === "concatenate" || generated.operation === "lower";
  const kinds = isText ? TEXTS : NUMBERS;
  if (field.default !== undefined) return "it has a default";
  if (sources.some((source) => source.generated !== undefined))
    return "it is computed from a field that is computed itself";
  if (relations.some((relation) => relation.field === field.id)) return "it is a relation's field";
  const odd = [field, ...sources].find(({ type }) => !kinds.has(type));
  if (odd !== undefined)
    return `${odd.name} is of type ${odd.type}, not ${isText ? "a text" : "a number"}`;
  if (!field.nullable && sources.some(({ nullable }) => nullable))
    return "it is required, and a field that it is computed from may be missing";
  if (generated.operation === "lower" && sources.length !== 1) return "lower takes one field";
  const lengths = sources.map(({ type, maxLength }) => (type === "text" ? undefined : maxLength));
  const isBound = isText && field.type === "string" && field.maxLength !== undefined;
  const needed = lengths.reduce<number>(
    (total, length) => total + (length ?? Number.POSITIVE_INFINITY),
    lengths.length - 1,
  );
  return isBound && needed > (field.maxLength ?? 0)
    ? `it holds ${field.maxLength} characters and its fields may have more`
    : undefined;
}
