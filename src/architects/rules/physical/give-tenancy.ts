import type { Entity, Field } from "../../../design/design.ts";
import type { Requirement } from "../../../requirements/requirement.ts";
import { speaksOf } from "../demand-text.ts";
import type { EntityPlan } from "../domain-model.ts";
import type { PhysicalScene } from "./physical-scene.ts";
import { citing, stating } from "./physical-scene.ts";
import type { Shaped } from "./shape-entities.ts";

const NOUNS =
  "tenants?|organi[sz]ations?|workspaces?|compan(?:y|ies)|customers?|clients?|schools?|clinics?|agenc(?:y|ies)|teams?|accounts?";
const TENANTS = new RegExp(
  [
    String.raw`\bmulti-?tenan\w+`,
    String.raw`\b(?:tenants?|organi[sz]ations?|workspaces?)\b.*\b(?:isolat\w+|kept apart|separat\w+|(?:never|not|no|cannot) (?:\w+ ){0,4}(?:see|seen|read|access|visible|another))\b`,
    String.raw`\b(?:isolat|separat)\w+ (?:\w+ ){0,4}(?:tenants?|organi[sz]ations?|workspaces?)\b`,
    String.raw`\bdata of (?:one|an?|each|every|different|other) (?:${NOUNS})\b.*\b(?:never|not|only|isolat\w+|invisible|no other)\b`,
    String.raw`\b(?:each|every|an?) (?:tenant|organi[sz]ation|workspace)\b.*\bonly\b.*\b(?:its|their) own\b`,
  ].join("|"),
  "i",
);
/** What stands above tenants, or belongs to everybody. */
const SHARED =
  /^(?:(?:price |pricing |subscription )?plan|currency|country|language|locale|time zone|permission|exchange rate|tax rate|feature(?: flag)?)$/i;
/** People may belong to several tenants: only what the text ties to one is its own. */
const PEOPLE = /^(?:user|account|session|login|identity|credential|refresh token|device)$/i;

/** Every row says whose it is, where the text wants tenants kept apart. */
export function giveTenancy(entities: readonly Entity[], scene: PhysicalScene): Shaped {
  const statements = stating(scene, TENANTS);
  if (statements.length === 0) return { entities, assumptions: [] };
  const tenant = tenantOf(statements, scene.links.domain) ?? namedTenant(statements);
  const owned = entities.filter((entity) => isOwned(entity, tenant, scene));
  const shared = entities.filter((entity) => !owned.includes(entity) && entity.id !== tenant.id);
  const noun = tenant.name.toLowerCase();
  return {
    entities: entities.map((entity) =>
      owned.includes(entity)
        ? ownedBy(entity, tenant, entities, citing(entity, statements, scene))
        : entity,
    ),
    assumptions:
      shared.length === 0
        ? []
        : [
            {
              id: "shared-by-tenants",
              text: `Not of one ${noun}: ${shared.map(({ name }) => name).join(", ")}.`.slice(
                0,
                2000,
              ),
              reason: "No statement ties them to one; everything else carries its key.",
            },
          ],
  };
}

/** The id of what the statements keep apart; nothing where they keep nothing apart. */
export function tenantIn(
  statements: readonly Requirement[],
  domain: PhysicalScene["links"]["domain"],
): string | undefined {
  const apart = statements.filter(({ text }) => TENANTS.test(text));
  if (apart.length === 0) return undefined;
  return (tenantOf(apart, domain) ?? namedTenant(apart)).id;
}

type Tenant = Pick<EntityPlan, "id" | "name">;

/** The text may speak of tenants without keeping anything about them. */
function namedTenant(statements: readonly Requirement[]): Tenant {
  const text = statements.map((statement) => statement.text).join("\n");
  const [, noun = "tenant"] = /\b(tenant|organi[sz]ation|workspace)s?\b/i.exec(text) ?? [];
  const name = noun.toLowerCase();
  return { id: name, name: name.charAt(0).toUpperCase() + name.slice(1) };
}

function tenantOf(
  statements: readonly Requirement[],
  domain: PhysicalScene["links"]["domain"],
): EntityPlan | undefined {
  const text = statements.map((statement) => statement.text).join("\n");
  const candidates = domain.entities.filter(({ name }) =>
    new RegExp(`^(?:${NOUNS})$`, "i").test(name),
  );
  const rank = ({ name, words }: EntityPlan): number =>
    /^tenant$/i.test(name)
      ? 3
      : [name.toLowerCase(), ...words].some((word) => speaksOf(text, word))
        ? 2
        : /^(?:organi[sz]ation|workspace|company)$/i.test(name)
          ? 1
          : 0;
  const [best] = candidates.toSorted((a, b) => rank(b) - rank(a));
  return best === undefined || rank(best) === 0 ? undefined : best;
}

function isOwned(entity: Entity, tenant: Tenant, { relational }: PhysicalScene): boolean {
  if (!relational.has(entity.store) || entity.id === tenant.id) return false;
  if (referenceTo(entity, tenant) !== undefined) return true;
  return !SHARED.test(entity.name) && !PEOPLE.test(entity.name);
}

function referenceTo(entity: Entity, tenant: Tenant): Field | undefined {
  const id = `${tenant.id}-id`;
  const related = entity.relations.find(({ to }) => to === tenant.id)?.field;
  return entity.fields.find((field) => field.id === (related ?? id));
}

function ownedBy(
  entity: Entity,
  tenant: Tenant,
  entities: readonly Entity[],
  requirements: readonly string[],
): Entity {
  const known = referenceTo(entity, tenant);
  const noun = tenant.name.toLowerCase();
  const key = known?.id ?? `${tenant.id}-id`;
  const field: Field =
    known === undefined
      ? {
          id: key,
          name: `${tenant.name} id`,
          type: "uuid",
          nullable: false,
          classification: "internal",
          readOnly: true,
          basis: "stated",
          samples: [],
          description: `The ${noun} whose row it is: taken from the token, never from the request.`,
        }
      : { ...known, nullable: false };
  const isLocal = entities.some(({ id }) => id === tenant.id);
  const isRelated = entity.relations.some((relation) => relation.field === key);
  const [first, ...rest] = entity.fields.filter(({ id }) => id !== key);
  const secret = new Set(
    entity.fields.filter(({ classification }) => classification === "secret").map(({ id }) => id),
  );
  const within = (fields: readonly string[]): readonly string[] =>
    fields.includes(key) ? [key, ...fields.filter((id) => id !== key)] : [key, ...fields];
  // What proves who calls is looked up before it is known whose it is.
  const uniqueKeys = entity.uniqueKeys.map((unique) =>
    unique.fields.some((id) => secret.has(id))
      ? unique
      : { ...unique, fields: within(unique.fields) },
  );
  const indexes = entity.indexes.map((index) => ({ ...index, fields: within(index.fields) }));
  const taken = new Set<string>();
  const distinct = indexes.filter(
    ({ fields }) => !taken.has(fields.join()) && taken.add(fields.join()),
  );
  const single = distinct.filter(
    ({ fields }) =>
      fields.length > 1 ||
      !distinct.some((other) => other.fields.length > 1 && other.fields[0] === key),
  );
  const leads = [...uniqueKeys, ...single].some(({ fields }) => fields[0] === key);
  return {
    ...entity,
    tenantKey: key,
    fields: [...(first === undefined ? [] : [first]), field, ...rest],
    uniqueKeys,
    indexes: leads
      ? single
      : [
          ...single,
          {
            id: `by-${key}`,
            fields: entity.fields.some(({ id }) => id === "created-at")
              ? [key, "created-at"]
              : [key],
            unique: false,
            serves: `Lists every ${entity.name.toLowerCase()} of one ${noun}, newest first.`,
            ...(entity.softDelete === undefined ? {} : { where: { field: entity.softDelete } }),
          },
        ],
    relations:
      isLocal && !isRelated
        ? [
            ...entity.relations,
            {
              id: tenant.id,
              name: tenant.name,
              field: key,
              to: tenant.id,
              cardinality: "many-to-one",
              onDelete: "restrict",
            },
          ]
        : entity.relations.map((relation) =>
            relation.field === key && relation.onDelete === "set-null"
              ? { ...relation, onDelete: "restrict" }
              : relation,
          ),
    requirements,
  };
}
