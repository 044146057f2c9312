import { z } from "zod";
import type { Entity, Field } from "../../../design/design.ts";
import { toKebab } from "../../../util/naming.ts";
import { formatAnalytics, parseAnalytics } from "./analytics-phrase.ts";
import { choice, guesses, text, texts } from "./answer-parts.ts";
import { formatFormula, parseFormula } from "./formula-phrase.ts";
import { formatIndex, parseIndex } from "./index-phrase.ts";
import { formatPartitioning, parsePartitioning } from "./partitioning-phrase.ts";
import { formatRule, parseRule } from "./rule-phrase.ts";
import { formatTransition, parseTransition } from "./transition-phrase.ts";
import { fromValue, toLiteral, toValue, valueShape } from "./value-facts.ts";
import type { WireUnit } from "./wire-unit.ts";

const field = z.object({
  id: text(),
  name: text(),
  ...valueShape,
  nullable: z.boolean(),
  default: text(),
  classification: choice(["public", "internal", "personal", "sensitive", "secret"]),
  readOnly: z.boolean(),
  formula: text(),
  assumed: z.boolean(),
});

const relation = z.object({
  id: text(),
  name: text(),
  field: text(),
  to: text(),
  cardinality: choice(["one-to-one", "many-to-one"]),
  onDelete: choice(["cascade", "restrict", "set-null"]),
});

const entityForm = z.object({
  id: text(),
  name: text(),
  description: text(),
  store: text(),
  fields: z.array(field),
  primaryKey: texts(),
  uniqueKeys: texts(),
  relations: z.array(relation),
  indexes: texts(),
  rules: texts(),
  lifecycle: z.object({ field: text(), initial: text(), transitions: texts() }).optional(),
  partitioning: text(),
  retentionDays: z.int().optional(),
  tenant: text(),
  deleted: text(),
  version: text(),
  history: z.boolean(),
  analytics: text(),
  rows: z.number(),
  rowsFrom: text(),
  rowsReason: text(),
  denormalised: text(),
  reqs: texts(),
});

const schema = z.object({ entities: z.array(entityForm), ...guesses });

/** States that transitions are looked for in; a lifecycle with more is none. */
const MAXIMUM_STATES = 100;

/** The entities of one context. */
export const dataWire: WireUnit = {
  kind: "data",
  schema,
  toSections(answer) {
    return {
      context: { entities: (answer as z.infer<typeof schema>).entities.map(toEntity) },
    };
  },
  fromSections: ({ entities }) => ({ entities: entities?.map(fromEntity) }),
};

function toEntity(answer: z.infer<typeof entityForm>) {
  const { rows, rowsFrom, rowsReason, tenant, deleted, version, history, ...rest } = answer;
  const states = rest.fields.flatMap(({ enumValues }) => enumValues).slice(0, MAXIMUM_STATES);
  return {
    ...rest,
    // An entity that no requirement asks for is the architect's own idea.
    basis: rest.reqs.length === 0 ? "assumed" : "stated",
    fields: rest.fields.map(toField),
    uniqueKeys: rest.uniqueKeys.map(toUniqueKey),
    relations: rest.relations.map(toRelation),
    indexes: rest.indexes.map((phrase) => parseIndex(phrase, rest.fields)),
    rules: rest.rules.map(parseRule),
    tenantKey: tenant,
    softDelete: deleted,
    versionField: version,
    ...(history ? { keepsHistory: true } : {}),
    analytics: parseAnalytics(rest.analytics),
    lifecycle: rest.lifecycle && {
      ...rest.lifecycle,
      transitions: rest.lifecycle.transitions.map((phrase) => parseTransition(phrase, states)),
    },
    partitioning: parsePartitioning(rest.partitioning),
    rows: {
      value: rows,
      basis: rowsFrom.trim() === "" ? "assumed" : "stated",
      requirement: rowsFrom,
      reason: rowsReason,
    },
  };
}

function fromEntity(entity: Entity): unknown {
  return {
    ...entity,
    fields: entity.fields.map(fromField),
    uniqueKeys: entity.uniqueKeys.map(({ fields }) => fields.join(", ")),
    relations: entity.relations.map(fromRelation),
    indexes: entity.indexes.map(formatIndex),
    rules: entity.rules.map(formatRule),
    tenant: entity.tenantKey,
    deleted: entity.softDelete,
    version: entity.versionField,
    history: entity.keepsHistory === true,
    analytics: formatAnalytics(entity.analytics),
    lifecycle: entity.lifecycle && {
      ...entity.lifecycle,
      transitions: entity.lifecycle.transitions.map(formatTransition),
    },
    partitioning: formatPartitioning(entity.partitioning),
    rows: entity.rows.value,
    rowsFrom: entity.rows.requirement,
    rowsReason: entity.rows.reason,
  };
}

function toUniqueKey(words: string) {
  const fields = words.split(",").map((name) => name.trim());
  return { id: toKebab(fields.join(" ")), fields };
}

/** A relation to a key of several fields names them all, with commas. */
function toRelation({ field: words, ...rest }: z.infer<typeof relation>) {
  const [first = "", ...others] = words.split(",").map((name) => name.trim());
  return { ...rest, field: first, ...(others.length === 0 ? {} : { moreFields: others }) };
}

function fromRelation({ field: first, moreFields = [], ...rest }: Entity["relations"][number]) {
  return { ...rest, field: [first, ...moreFields].join(", ") };
}

function toField({ default: words, assumed, formula, ...facts }: z.infer<typeof field>) {
  const basis = assumed ? "assumed" : "stated";
  const value = { ...toValue(facts), basis, generated: parseFormula(formula) };
  const made = /^(now|uuid)\(\)$/i.exec(words.trim())?.[1]?.toLowerCase();
  if (made !== undefined) return { ...value, default: { function: made } };
  if (words === "") return value;
  return { ...value, default: toLiteral(facts.type, words) };
}

function fromField(facts: Field): unknown {
  const { default: made } = facts;
  const assumed = facts.basis === "assumed";
  const answer = { ...fromValue(facts), assumed, formula: formatFormula(facts.generated) };
  if (made === undefined) return answer;
  return { ...answer, default: typeof made === "object" ? `${made.function}()` : String(made) };
}
