import fc from "fast-check";
import type { ContextDesign, Entity, Field } from "../../src/design/design.ts";

/** A number from 0 up to below the bound. */
type Pick = (bound: number) => number;

/**
 * The same context after somebody has worked on it: names changed (also swapped), fields, keys,
 * relations, indexes, rules and whole entities taken away, added or changed. Ids stay.
 */
export function arbitraryEdit(context: ContextDesign): fc.Arbitrary<ContextDesign> {
  return fc.infiniteStream(fc.nat(1_000_000)).map((stream) => {
    const iterator = stream[Symbol.iterator]();
    const pick: Pick = (bound) => Number(iterator.next().value) % Math.max(bound, 1);
    const kept = context.entities.filter(() => pick(6) > 0);
    const ids = new Set(kept.map(({ id }) => id));
    const edited = kept.map((entity) => editEntity(entity, ids, pick));
    const added = pick(2) === 0 && !ids.has("added") ? copyOf(edited[0], "added") : [];
    return { ...context, entities: swapNames([...edited, ...added], pick) };
  });
}

function editEntity(entity: Entity, ids: ReadonlySet<string>, pick: Pick): Entity {
  const bound = new Set([
    ...entity.primaryKey,
    ...entity.relations.map(({ field }) => field),
    ...(entity.lifecycle === undefined ? [] : [entity.lifecycle.field]),
    ...[entity.tenantKey, entity.softDelete, entity.partitioning?.field].flatMap((id) => id ?? []),
  ]);
  const sources = entity.fields.flatMap(({ generated }) => generated?.fields ?? []);
  const needed = new Set([...bound, ...sources]);
  const remaining = entity.fields.filter(({ id }) => needed.has(id) || pick(5) > 0);
  const known = new Set(remaining.map(({ id }) => id));
  const has = (fields: readonly string[]): boolean => fields.every((id) => known.has(id));
  const isKey = (id: string): boolean => bound.has(id);
  const isPlain = (id: string): boolean =>
    !isKey(id) &&
    entity.fields.every((field) => field.id !== id || field.generated === undefined) &&
    !entity.rules.some(({ field, otherField }) => field === id || otherField === id) &&
    !entity.uniqueKeys.some(({ fields }) => fields.includes(id)) &&
    !entity.indexes.some(({ fields }) => fields.includes(id));
  const fields = remaining.map((field) => {
    if (field.generated !== undefined) return editComputed(field, pick);
    if (!isPlain(field.id)) return field;
    const edited = editField(field, pick);
    // What is computed from it is made of texts.
    const isText = ["string", "text", "enum"].includes(edited.type);
    return sources.includes(field.id) && !isText ? field : edited;
  });
  const note: Field = {
    id: "added-note",
    name: "Added note",
    type: "text",
    nullable: true,
    classification: "internal",
    readOnly: false,
    basis: "stated",
    samples: [],
    description: 'It\'s new\nand has "quotes".',
  };
  const given: readonly Field[] = [
    {
      ...note,
      id: "added-token",
      name: "Added token",
      type: "uuid",
      default: { function: "uuid" },
    },
    { ...note, id: "added-count", name: "Added count", type: "integer", default: 5 },
    { ...note, id: "added-need", name: "Added need", type: "string", maxLength: 30 },
  ].map((field) => ({ ...field, nullable: false }) as Field);
  const more = given.filter(({ id }) => pick(5) === 0 && !known.has(id));
  return {
    ...editSpread(entity, pick),
    name: pick(4) === 0 ? `${entity.name} renamed`.slice(0, 120) : entity.name,
    description: pick(3) === 0 ? "Another description; it's edited." : entity.description,
    fields: swapNames(
      [...fields, ...(pick(2) === 0 && !known.has(note.id) ? [note] : []), ...more],
      pick,
    ),
    uniqueKeys: [
      ...entity.uniqueKeys.filter(({ fields: all }) => has(all) && pick(4) > 0),
      ...(pick(5) === 0 && more.length > 0 && entity.partitioning === undefined
        ? [{ id: "added-key", fields: more.slice(0, 1).map(({ id }) => id) }]
        : []),
    ],
    relations: entity.relations
      .filter(({ to }) => ids.has(to) && pick(5) > 0)
      .map((relation) =>
        pick(3) === 0 ? { ...relation, onDelete: "cascade" as const } : relation,
      ),
    indexes: [
      ...entity.indexes.filter(({ fields: all }) => has(all) && pick(4) > 0),
      ...(pick(2) === 0 && !entity.indexes.some(({ id }) => id === "added-index")
        ? [{ id: "added-index", fields: [...entity.primaryKey], unique: false, serves: "A test." }]
        : []),
    ],
    rules: entity.rules.filter(
      ({ field, otherField }) => has([field, ...(otherField ? [otherField] : [])]) && pick(3) > 0,
    ),
  };
}

/** Other parts of a hash, a hash for the first time, or none any more; keys stay as they are. */
function editSpread(entity: Entity, pick: Pick): Entity {
  const { partitioning, ...whole } = entity;
  const [key, ...others] = entity.primaryKey;
  const choice = pick(5);
  if (partitioning === undefined) {
    const isFree = others.length === 0 && entity.uniqueKeys.length === 0;
    if (!isFree || key === undefined || choice > 0) return entity;
    const spread = { method: "hash", field: key, parts: 3, reason: "There are many." } as const;
    return { ...whole, partitioning: spread };
  }
  if (choice === 0) return whole;
  if (choice > 1 || partitioning.method !== "hash") return entity;
  return { ...whole, partitioning: { ...partitioning, parts: (partitioning.parts ?? 4) + 1 } };
}

/** Computed in another way, or no more. */
function editComputed(field: Field, pick: Pick): Field {
  const { generated, ...plain } = field;
  const [first] = generated?.fields ?? [];
  if (generated === undefined || first === undefined) return field;
  switch (pick(4)) {
    case 0:
      return plain;
    case 1:
      return generated.operation === "lower"
        ? { ...field, generated: { operation: "concatenate", fields: [first, first] } }
        : { ...field, generated: { operation: "lower", fields: [first] } };
    case 2:
      return { ...field, name: `${field.name} renamed`.slice(0, 120) };
    default:
      return field;
  }
}

function editField(field: Field, pick: Pick): Field {
  const { default: _, ...plain } = field;
  switch (pick(8)) {
    case 6:
      return { ...plain, type: "enum", enumValues: ["new", "old"], samples: [] };
    case 7: {
      const [first, ...others] = field.enumValues ?? [];
      if (first === undefined) return field;
      const values = pick(2) === 0 ? [first, ...others, "grown"] : [first];
      return { ...plain, enumValues: [...new Set(values)], samples: [] };
    }
    case 0:
      return { ...field, nullable: !field.nullable };
    case 1:
      return { ...field, name: `${field.name} renamed`.slice(0, 120) };
    case 2:
      return { ...plain, type: "text", samples: [] };
    case 3: {
      const { enumValues: _values, format: _format, ...rest } = plain;
      const { minimum: _low, maximum: _high, ...unbound } = rest;
      return { ...unbound, type: "bigint", default: 7, minimum: 1, samples: [] };
    }
    case 4:
      return field.type === "string" && field.format === undefined && field.enumValues === undefined
        ? { ...plain, maxLength: (field.maxLength ?? 20) + 30, samples: [] }
        : field;
    default:
      return field;
  }
}

/** Two elements that exchange their names: the case in which no order of renames works. */
function swapNames<T extends { readonly name: string }>(items: readonly T[], pick: Pick): T[] {
  const [first, second, ...rest] = items;
  if (first === undefined || second === undefined || pick(3) > 0) return [...items];
  return [{ ...first, name: second.name }, { ...second, name: first.name }, ...rest];
}

function copyOf(entity: Entity | undefined, id: string): Entity[] {
  return entity === undefined
    ? []
    : [{ ...entity, id, name: `Added ${entity.name}`.slice(0, 120), relations: [] }];
}
