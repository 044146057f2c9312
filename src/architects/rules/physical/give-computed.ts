import type { Entity, Field } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";
import { fieldNamed } from "../field-named.ts";
import type { PhysicalScene } from "./physical-scene.ts";
import { citing, stating } from "./physical-scene.ts";
import type { Shaped } from "./shape-entities.ts";

type Operation = NonNullable<Field["generated"]>["operation"];

const FORMULA =
  /\b(?:the )?([a-z][a-z ]{2,40}?)(?: of (?:an?|the|each|every) [a-z ]+?)? (?:is|equals|=|is computed as|is calculated as) (?:the |its )?([a-z][a-z ]{1,30}?) (times|multiplied by|×|\*|plus|\+|minus|less|−) (?:the |its )?([a-z][a-z ]{1,30}?)(?=[.,;:)]|$| and\b)/i;
const OPERATIONS: Readonly<Record<string, Operation>> = {
  times: "multiply",
  "multiplied by": "multiply",
  "×": "multiply",
  "*": "multiply",
  plus: "add",
  "+": "add",
  minus: "subtract",
  less: "subtract",
  "−": "subtract",
};
const CASELESS =
  /\bcase[- ]insensitive(?:ly)?\b|\bregardless of (?:upper|letter)? ?case\b|\bignoring case\b/i;
const NUMERIC: ReadonlySet<Field["type"]> = new Set(["integer", "bigint", "decimal"]);

/** Fields that a statement says how to compute, and keys that ignore the case of letters. */
export function giveComputed(entities: readonly Entity[], scene: PhysicalScene): Shaped {
  const formulas = stating(scene, FORMULA);
  const caseless = stating(scene, CASELESS);
  return {
    entities: entities.map((entity) => {
      if (!scene.relational.has(entity.store)) return entity;
      const computed = formulas.reduce((given, statement) => {
        const next = withFormula(given, statement.text);
        return next === given
          ? given
          : { ...next, requirements: citing(given, [statement], scene) };
      }, entity);
      return caseless.reduce((given, statement) => {
        const next = withCaseless(given, statement.text);
        return next === given
          ? given
          : { ...next, requirements: citing(given, [statement], scene) };
      }, computed);
    }),
    assumptions: [],
  };
}

function withFormula(entity: Entity, text: string): Entity {
  const found = FORMULA.exec(text);
  const [, result = "", left = "", sign = "", right = ""] = found ?? [];
  const operation = OPERATIONS[sign.toLowerCase()];
  const a = fieldCalled(entity, left);
  const b = fieldCalled(entity, right);
  if (operation === undefined || a === undefined || b === undefined || a === b) return entity;
  if (!NUMERIC.has(a.type) || !NUMERIC.has(b.type)) return entity;
  const name = result.replace(new RegExp(`^${RegExp.escape(entity.name.toLowerCase())} `, "i"), "");
  const known = fieldCalled(entity, name) ?? fieldCalled(entity, result);
  if (known !== undefined && !NUMERIC.has(known.type)) return entity;
  const base = known ?? fieldNamed(name, { basis: "stated" });
  const isWhole = a.type !== "decimal" && b.type !== "decimal";
  const {
    default: _d,
    enumValues: _e,
    minimum: _l,
    maximum: _h,
    maxLength: _m,
    format: _f,
    ...plain
  } = base;
  const field: Field = {
    ...plain,
    ...(isWhole
      ? { type: "bigint" }
      : { type: "decimal", precision: 24, scale: Math.max(a.scale ?? 0, b.scale ?? 0) }),
    id: known?.id ?? toKebab(name, 60),
    nullable: a.nullable || b.nullable,
    readOnly: true,
    samples: [],
    generated: { operation, fields: [a.id, b.id] },
    description: `Kept by the database: ${a.name.toLowerCase()} ${sign.toLowerCase()} ${b.name.toLowerCase()}.`,
  };
  return {
    ...entity,
    fields: [...entity.fields.filter(({ id }) => id !== field.id), field],
    rules: entity.rules.filter((rule) => rule.field !== field.id && rule.otherField !== field.id),
  };
}

function withCaseless(entity: Entity, text: string): Entity {
  const keys = entity.uniqueKeys.flatMap(({ fields }) => (fields.length === 1 ? fields : []));
  const source = entity.fields.find(
    ({ id, name, type }) =>
      keys.includes(id) &&
      type === "string" &&
      new RegExp(`\\b${RegExp.escape(name.split(" ")[0] ?? name)}`, "i").test(text),
  );
  if (source === undefined) return entity;
  const { format: _, default: _d, ...plain } = source;
  const folded: Field = {
    ...plain,
    id: toKebab(`${source.id}-folded`, 60),
    name: `${source.name} folded`,
    readOnly: true,
    samples: [],
    generated: { operation: "lower", fields: [source.id] },
    description: `${source.name} in lower case, kept by the database: unique regardless of case.`,
  };
  return {
    ...entity,
    fields: [...entity.fields, folded],
    uniqueKeys: entity.uniqueKeys.map((key) =>
      key.fields.length === 1 && key.fields[0] === source.id
        ? { ...key, fields: [folded.id] }
        : key,
    ),
  };
}

function fieldCalled({ fields }: Entity, words: string): Field | undefined {
  const id = toKebab(words);
  return (
    fields.find((field) => field.id === id) ?? fields.find((field) => field.id.endsWith(`-${id}`))
  );
}
