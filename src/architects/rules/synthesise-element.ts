import type { Design, Entity, Field } from "../../design/design.ts";
import type { Unit } from "../../design/units.ts";
import type { ReferenceVisit } from "../../design/walk-design.ts";
import { SYSTEM } from "../../design/walk-design.ts";
import { toTitle } from "../../util/naming.ts";
import type { EditableDesign, Tree } from "./edit-part.ts";
import { fieldNamed } from "./field-named.ts";

export interface Occasion {
  readonly edit: EditableDesign;
  /** What refers to the element that is not there. */
  readonly visit: ReferenceVisit;
  readonly unit: Unit;
}

/** Puts the smallest honest element of a subject into the Design. */
export function synthesiseElement(subject: string, occasion: Occasion): void {
  const [document = "", kind = "", id = "", inner, fieldId] = subject.split("/");
  const { edit } = occasion;
  if (kind === "entity") {
    const entity = entityAt(document, id, occasion);
    if (inner === "field" && fieldId !== undefined) addField(entity, fieldId, occasion);
    return;
  }
  const made = ELEMENTS[kind]?.(id, occasion);
  if (made === undefined) return;
  const list = edit.at(document, made.section);
  if (Array.isArray(list)) (list as unknown[]).push(made.element);
  made.after?.();
}

interface Made {
  readonly section: readonly string[];
  readonly element: Tree;
  readonly after?: () => void;
}

const ELEMENTS: Readonly<Record<string, (id: string, occasion: Occasion) => Made>> = {
  term: (id) => ({
    section: ["glossary"],
    element: {
      id,
      name: toTitle(id),
      definition: "Used by the design; not explained in the requirements.",
      requirements: [],
    },
  }),
  requirement: (id, { visit }) => ({
    section: ["requirements"],
    element: {
      id,
      kind: "functional",
      name: toTitle(id),
      text: `${toTitle(id)}: cited by ${visit.subject}; the requirements that were read hold no statement with this id.`,
      priority: "should",
      scope: "in",
    },
  }),
  target: (id, { visit }) => ({
    section: ["targets"],
    element: {
      id,
      name: toTitle(id),
      ...measureFor(visit),
      basis: "assumed",
      reason: `Expected by ${visit.subject}; the requirements state no number.`,
      requirements: [],
    },
  }),
  actor: (id, { visit }) => ({
    section: ["actors"],
    element: {
      id,
      name: toTitle(id),
      kind: "person",
      description: `Takes part in ${visit.subject}.`,
      requirements: [],
    },
  }),
  context: (id, { visit }) => ({
    section: ["contexts"],
    element: {
      id,
      name: toTitle(id),
      purpose: `Owns what ${visit.subject} expects of it.`,
      classification: "supporting",
      requirements: [],
    },
  }),
  deployable: (id) => ({
    section: ["deployables"],
    element: {
      id,
      name: toTitle(id),
      kind: "service",
      contexts: [],
      team: "Backend team",
      technology: "As the other services",
      stateless: true,
      dependencies: [],
      requirements: [],
    },
  }),
  store: (id, { visit, edit }) => ({
    section: ["stores"],
    element: storeFor(id, visit, edit.design),
  }),
  audience: (id, { visit }) => ({
    section: ["api", "audiences"],
    element: { id, name: toTitle(id), description: `Clients that ${visit.subject} is meant for.` },
  }),
  error: (id) => ({ section: ["api", "errors"], element: errorFor(id) }),
  mechanism: (id) => ({
    section: ["auth", "mechanisms"],
    element: {
      id,
      name: toTitle(id),
      kind: /key/.test(id)
        ? "api-key"
        : /session|cookie/.test(id)
          ? "session"
          : /oauth|oidc|sso/.test(id)
            ? "oauth2"
            : "jwt",
      description: "Proves who calls; named by operations that are already drafted.",
      requirements: [],
    },
  }),
  permission: (id, { edit }) => ({
    section: ["auth", "permissions"],
    element: {
      id,
      name: `${id.slice(0, 76)}:use`,
      description: `Call the operations that ask for ${toTitle(id).toLowerCase()}.`,
    },
    after: () => grant(id, edit),
  }),
  role: (id) => ({
    section: ["auth", "roles"],
    element: {
      id,
      name: toTitle(id),
      description: "A role that the design names.",
      actors: [],
      permissions: [],
    },
  }),
  operation: (id, { edit, visit }) => ({
    section: ["operations"],
    element: operationFor(id, visit, edit.design),
  }),
  schema: (id) => ({
    section: ["schemas"],
    element: {
      id,
      name: toTitle(id),
      description: "A body that operations name.",
      purpose: "other",
      properties: [{ id: "value", type: "string", many: false, required: true, samples: [] }],
    },
  }),
  event: (id, { edit, visit }) => ({
    section: ["events"],
    element: {
      id,
      name: toTitle(id),
      description: `Something that happened, as ${visit.subject} expects to be told.`,
      producer: edit.design.system.contexts[0]?.id ?? "core",
      consumers: [],
      payload: [],
      delivery: "at-least-once",
      orderingKey: "id of what it is about",
      deadLetter: "Parked after 5 attempts, with an alert.",
      requirements: [],
    },
  }),
};

function grant(id: string, edit: EditableDesign): void {
  const roles = edit.at(SYSTEM, ["auth", "roles"]) as Tree[];
  const [first] = roles;
  if (first === undefined)
    roles.push({
      id: "member",
      name: "Member",
      description: "Everybody who has an account.",
      actors: [],
      permissions: [id],
    });
  else (first["permissions"] as string[]).push(id);
}

function measureFor({ tokens, subject }: ReferenceVisit): Tree {
  if (tokens[0] === "flows")
    return {
      measure: "latency",
      comparator: "lt",
      value: 500,
      unit: "ms",
      percentile: 99,
      scope: subject.slice(0, 110),
    };
  return {
    measure: "availability",
    comparator: "gte",
    value: 99.9,
    unit: "percent",
    scope: subject.slice(0, 110),
  };
}

function storeFor(
  id: string,
  { tokens, document, kinds }: ReferenceVisit,
  { system }: Design,
): Tree {
  const [section] = tokens;
  const kind = section === "caches" ? "cache" : tokens.at(-1) === "sink" ? "olap" : "relational";
  const engine = kind === "cache" ? "redis" : kind === "olap" ? "clickhouse" : "postgresql";
  const contexts =
    document === SYSTEM
      ? []
      : system.contexts.some((context) => context.id === document)
        ? [document]
        : [];
  return {
    id,
    name: toTitle(id),
    kind,
    engine,
    contexts,
    purpose:
      kinds.length === 1
        ? "Keeps the data that refers to it."
        : "Takes part in flows that are already drafted.",
    replicas: 1,
    requirements: [],
  };
}

const STATUSES: readonly (readonly [RegExp, number, boolean])[] = [
  [/valid|bad|malform/, 400, false],
  [/unauth|authenticat|token/, 401, false],
  [/forbid|permission|denied/, 403, false],
  [/not-found|missing|unknown/, 404, false],
  [/conflict|exists|duplicate|stale/, 409, false],
  [/rate|too-many|limit/, 429, true],
  [/internal|server/, 500, true],
  [/unavailable|down|maintenance/, 503, true],
];

function errorFor(id: string): Tree {
  const [, status, retryable] = STATUSES.find(([pattern]) => pattern.test(id)) ?? [
    undefined,
    422,
    false,
  ];
  return {
    id,
    status,
    name: toTitle(id),
    retryable,
    clientAction: retryable
      ? "Repeat with growing pauses."
      : "Correct the request as the problem says.",
  };
}

function operationFor(id: string, { subject }: ReferenceVisit, { system }: Design): Tree {
  const [mechanism] = system.auth.mechanisms;
  return {
    id,
    name: toTitle(id),
    description: `What ${subject} calls; no statement of the requirements describes it.`,
    kind: "command",
    exposure: "internal",
    audiences: [],
    parameters: [],
    errors: [],
    auth:
      mechanism === undefined
        ? { mechanisms: [], permissions: [], publicReason: "Only called inside the system." }
        : { mechanisms: [mechanism.id], permissions: [] },
    idempotency: { mode: "none", reason: "Nothing is known of what it does." },
    mayReadStale: false,
    accessPatterns: [],
    since: system.api.versioning.current,
    requirements: [],
  };
}

function entityAt(document: string, id: string, { edit, visit }: Occasion): Tree {
  const entities = edit.at(document, ["entities"]) as Tree[];
  const known = entities.find((entity) => entity["id"] === id);
  if (known !== undefined) return known;
  const { stores } = edit.design.system;
  const relational = stores.filter(({ kind }) => kind === "relational");
  const store =
    relational.find(({ contexts }) => contexts.includes(document)) ?? relational[0] ?? stores[0];
  const key: Field = {
    ...fieldNamed("id", { basis: "assumed" }),
    type: "uuid",
    readOnly: true,
    default: { function: "uuid" },
    samples: [],
  };
  const { maxLength: _, ...uuid } = key;
  const entity: Entity = {
    id,
    name: toTitle(id),
    description: `Expected by ${visit.subject}; the requirements do not describe it.`,
    store: store?.id ?? "database",
    fields: [uuid],
    primaryKey: ["id"],
    uniqueKeys: [],
    relations: [],
    indexes: [],
    rules: [],
    rows: { value: 1000, basis: "assumed", reason: "Nothing is known of how many there are." },
    basis: "assumed",
    requirements: [],
  };
  const tree = entity as unknown as Tree;
  entities.push(tree);
  return tree;
}

function addField(entity: Tree, id: string, { edit, visit }: Occasion): void {
  const fields = entity["fields"] as Tree[];
  if (fields.some((field) => field["id"] === id)) return;
  const user = edit.at(visit.document, visit.tokens.slice(0, -1));
  const samples = (user as { readonly samples?: readonly unknown[] } | undefined)?.samples ?? [];
  const field = fieldNamed(id.replaceAll("-", " "), { basis: "assumed" });
  const typed =
    samples.length === 0 ? field : { ...plainOf(field), ...typeOf(samples[0]), samples };
  fields.push({ ...typed, id, name: toTitle(id), nullable: true });
}

function plainOf({ id, name, nullable, readOnly, classification, basis }: Field): Tree {
  return { id, name, nullable, readOnly, classification, basis };
}

function typeOf(sample: unknown): Tree {
  if (typeof sample === "boolean") return { type: "boolean" };
  if (typeof sample === "number")
    return Number.isInteger(sample)
      ? { type: "bigint" }
      : { type: "decimal", precision: 20, scale: 6 };
  return { type: "text" };
}
