import type { Entity, Operation, Parameter } from "../../design/design.ts";
import { assertNever } from "../../util/assert-never.ts";
import { toCamel, toKebab } from "../../util/naming.ts";
import { fieldOfPath } from "./field-of-path.ts";
import type { BindingPlan, OperationPlan } from "./domain-model.ts";
import { pluralize } from "./plural.ts";

/** Where an operation is reached: as the text or a pattern says, else after its shape. */
export function bindOperation(plan: OperationPlan, entity: Pick<Entity, "name">): BindingPlan {
  if (plan.http !== undefined) return plan.http;
  const base = `/${toKebab(pluralize(entity.name.toLowerCase()), 60)}`;
  const one = `${base}/{${idParameter(entity)}}`;
  switch (plan.shape) {
    case "create":
      return { method: "post", path: base, status: 201 };
    case "list":
      return { method: "get", path: base, status: 200 };
    case "read":
      return { method: "get", path: one, status: 200 };
    case "update":
      return { method: "patch", path: one, status: 200 };
    case "delete":
      return { method: "delete", path: one, status: 204 };
    case "command":
      return {
        method: "post",
        path: `${one}/${plan.command ?? toKebab(plan.name, 40)}`,
        status: 200,
      };
    default:
      return assertNever(plan.shape);
  }
}

/** Parameters of the path and, for a list, its filters; those of the page follow from the API policy. */
export function parametersOf(
  plan: OperationPlan,
  binding: BindingPlan,
  entity: Entity,
  filters: readonly string[],
): readonly Parameter[] {
  const inPath = [
    ...[...binding.path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) =>
      pathParameter(name, entity),
    ),
    ...(plan.headers ?? []).map(({ name, type, required, samples, maxLength }): Parameter => ({
      id: toKebab(`header-${name}`),
      name,
      in: "header",
      required,
      type,
      samples,
      ...(maxLength === undefined ? {} : { maxLength }),
    })),
  ];
  if (plan.shape !== "list") return inPath;
  const taken = new Set(inPath.flatMap(({ field }) => field ?? []));
  const filtered = filters
    .filter((field) => !taken.has(field))
    .flatMap((field): readonly Parameter[] => {
      const name = entity.fields.find(({ id }) => id === field)?.name;
      if (name === undefined) return [];
      return [
        {
          id: toKebab(`filter-${field}`),
          name: toCamel(name),
          in: "query",
          required: false,
          field,
          samples: [],
          description: `Only those with this ${name.toLowerCase().replace(/ id$/, "")}.`,
        },
      ];
    });
  const search: readonly Parameter[] = plan.search
    ? [
        {
          id: "search-words",
          name: "q",
          in: "query",
          required: false,
          type: "string",
          minLength: 2,
          maxLength: 200,
          samples: ["stoneware"],
          description: "Words to search for.",
        },
      ]
    : [];
  return [...inPath, ...filtered, ...search];
}

function pathParameter(name: string, entity: Entity): Parameter {
  const base = {
    id: toKebab(`path-${name}`),
    name: toCamel(name),
    in: "path" as const,
    required: true,
    samples: [],
  };
  const field = fieldOfPath(name, entity);
  if (field !== undefined) return { ...base, field };
  return /[iI]d$/.test(name)
    ? { ...base, type: "uuid" }
    : { ...base, type: "string", maxLength: 200 };
}

function idParameter(entity: Pick<Entity, "name">): string {
  return `${toCamel(entity.name)}Id`;
}

/** Whether repeating it changes anything (RFC 9110 §9.2.2). */
export function idempotencyOf(
  plan: OperationPlan,
  { method }: BindingPlan,
): Operation["idempotency"] {
  if (plan.idempotency !== undefined) return plan.idempotency;
  if (method !== "post") return { mode: "natural" };
  if (plan.publicReason !== undefined && plan.shape === "command") {
    return { mode: "none", reason: "Every call is a new attempt; the rate limit bounds them." };
  }
  return { mode: "key" };
}
