import type {
  BodyProperty,
  BodySchema,
  ContextDesign,
  Entity,
  Field,
} from "../../design/design.ts";
import { toCamel, toKebab, toTitle } from "../../util/naming.ts";
import type { OperationPlan, ValuePlan } from "./domain-model.ts";
import { pluralize } from "./plural.ts";

/** The fields that a caller's account fills, so that no body may say otherwise. */
const CALLER =
  /^(?:(?:buyer|author|owner|seller|creator|sender|follower)-)?(?:account|user)-id$|^follower-id$/;

/** What is returned of an entity: everything but secrets, with the parts that have no life of their own. */
export function readSchema(
  entity: Entity,
  context: ContextDesign,
  computed: readonly ValuePlan[] = [],
): BodySchema {
  const parts = context.entities.filter(
    ({ id, relations }) =>
      id !== entity.id &&
      relations.some(({ to, onDelete }) => to === entity.id && onDelete === "cascade"),
  );
  const lines = parts.filter(({ name }) => / (?:line|item|entry)$/i.test(name));
  return {
    id: entity.id,
    name: toTitle(entity.name),
    description: `${toTitle(entity.name)} as it is returned.`,
    purpose: "read",
    entity: entity.id,
    properties: [
      ...entity.fields
        .filter(({ classification }) => classification !== "secret")
        .map((field) => ofField(field, true)),
      ...computed
        .filter(({ name }) => !entity.fields.some(({ id }) => id === toKebab(name)))
        .map(ofComputed),
      ...lines.map((part): BodyProperty => ({
        id: toKebab(pluralize(part.name.toLowerCase())),
        name: toCamel(pluralize(lastWord(part.name))),
        schema: part.id,
        many: true,
        required: true,
        samples: [],
      })),
    ],
  };
}

/** What everybody may see: nothing that says who somebody is. */
export function openSchema(read: BodySchema, entity: Entity): BodySchema {
  const hidden = new Set(
    entity.fields
      .filter(
        ({ classification }) => classification === "personal" || classification === "sensitive",
      )
      .map(({ id }) => id),
  );
  if (!read.properties.some(({ field }) => field !== undefined && hidden.has(field))) return read;
  return {
    ...read,
    id: toKebab(`${read.id}-public`),
    name: `${read.name} public`.slice(0, 120),
    description: `What everybody may see of ${article(entity.name)}.`,
    properties: read.properties.filter(({ field }) => field === undefined || !hidden.has(field)),
  };
}

/** What a client sends to make one: what it may set, without what path and caller already say. */
export function createSchema(entity: Entity, said: ReadonlySet<string>): BodySchema {
  const fields = writable(entity).filter(
    ({ id }) => !said.has(id) && !CALLER.test(id) && id !== entity.lifecycle?.field,
  );
  return {
    id: toKebab(`${entity.id}-create`),
    name: `${toTitle(entity.name)} create`,
    description: `What is needed to create ${article(entity.name)}.`,
    purpose: "create",
    entity: entity.id,
    properties: fields.map((field) =>
      ofField(field, !field.nullable && field.default === undefined),
    ),
  };
}

/** What a client may change later; what is left out stays. */
export function updateSchema(entity: Entity, hasCommands: boolean): BodySchema {
  const fields = writable(entity).filter(
    ({ id }) => !CALLER.test(id) && (id !== entity.lifecycle?.field || !hasCommands),
  );
  return {
    id: toKebab(`${entity.id}-update`),
    name: `${toTitle(entity.name)} update`,
    description: `What may be changed of ${article(entity.name)}; what is left out stays as it is.`,
    purpose: "update",
    entity: entity.id,
    properties: fields.map((field) => ofField(field, false)),
  };
}

/** The body of an operation that is not simply the entity. */
export function requestSchema(plan: OperationPlan, entity: Entity): BodySchema {
  const accepted = (plan.accepts ?? []).flatMap(
    (id) => entity.fields.find((field) => field.id === id || toKebab(field.name) === id) ?? [],
  );
  return {
    id: toKebab(`${plan.id}-request`),
    name: `${plan.name} request`.slice(0, 120),
    description: `What has to be said to ${plan.name.charAt(0).toLowerCase()}${plan.name.slice(1)}.`,
    purpose: "other",
    entity: entity.id,
    properties: [
      ...accepted.map((field) =>
        ofField(
          field,
          plan.shape === "command" ||
            (!field.nullable && field.default === undefined && plan.shape !== "update"),
        ),
      ),
      ...plan.acceptsValues.map(ofValue),
    ],
  };
}

/** Many at once: either all that can be read are taken, or the answer says which are not. */
export function batchSchema(item: BodySchema, entity: Entity): BodySchema {
  const many = pluralize(entity.name.toLowerCase());
  return {
    id: toKebab(`${item.id}-batch`),
    name: `${item.name} batch`.slice(0, 120),
    description: `Up to 500 ${many} in one request.`,
    purpose: "other",
    properties: [
      {
        id: "items",
        name: "items",
        schema: item.id,
        many: true,
        maximumItems: 500,
        required: true,
        samples: [],
      },
    ],
  };
}

/** How many of a batch were taken; one that was sent before counts as taken. */
export function batchAnswer(plan: OperationPlan): BodySchema {
  return answerSchema(plan, [
    { name: "accepted", type: "integer", samples: [500], required: true },
    { name: "rejected", type: "integer", samples: [0], required: true },
  ]);
}

export function answerSchema(plan: OperationPlan, values: readonly ValuePlan[]): BodySchema {
  return {
    id: toKebab(`${plan.id}-result`),
    name: `${plan.name} result`.slice(0, 120),
    description: `What ${plan.name.charAt(0).toLowerCase()}${plan.name.slice(1)} returns.`,
    purpose: "other",
    properties: values.map(ofValue),
  };
}

function writable({ fields, primaryKey }: Entity): readonly Field[] {
  return fields.filter(
    ({ id, readOnly, classification }) =>
      !primaryKey.includes(id) && !readOnly && classification !== "secret",
  );
}

function ofField({ id }: Field, required: boolean): BodyProperty {
  return { id, field: id, many: false, required, samples: [] };
}

function ofValue({
  name,
  type,
  required,
  samples,
  format,
  minLength,
  maxLength,
  precision,
  scale,
}: ValuePlan): BodyProperty {
  return {
    id: toKebab(name),
    name: toCamel(name),
    type,
    many: false,
    required,
    samples,
    ...(format === undefined ? {} : { format }),
    ...(minLength === undefined ? {} : { minLength }),
    ...(maxLength === undefined ? {} : { maxLength }),
    ...(precision === undefined ? {} : { precision }),
    ...(scale === undefined ? {} : { scale }),
  };
}

/** What has nothing to be made from yet is null. */
function ofComputed(value: ValuePlan): BodyProperty {
  return {
    ...ofValue({ ...value, required: true }),
    ...(value.required ? {} : { nullable: true }),
    description: "Computed when it is read; never sent by a client.",
  };
}

function lastWord(name: string): string {
  return name.toLowerCase().split(" ").at(-1) ?? name;
}

function article(name: string): string {
  return `${/^(?:[aeio]|u(?!ser|ni|se|til))/i.test(name) ? "an" : "a"} ${name.toLowerCase()}`;
}
