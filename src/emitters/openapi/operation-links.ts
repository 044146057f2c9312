import type { OpenAPIV3 } from "openapi-types";
import { bodyView } from "../../artifacts/contract/body-view.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { SurfaceOperation } from "./api-surface.ts";

type Links = Readonly<Record<string, OpenAPIV3.LinkObject>>;

/** Where a client can go from an answer, within one document. */
export interface OperationLinks {
  of(entry: SurfaceOperation): Links;
}

/**
 * From what was created, or is on a page, to what can be done with it; from a page to the next; from
 * what is done later to the query that tells how far it is. Operations meet by their paths.
 */
export function createOperationLinks(
  operations: readonly SurfaceOperation[],
  names: ReadonlyMap<string, string>,
  isCursor: boolean,
): OperationLinks {
  const onItems = Map.groupBy(operations, (entry) => collectionOf(entry) ?? "");
  const bySubject = new Map(operations.map((entry) => [entry.subject, entry]));

  function toItems(source: SurfaceOperation): readonly (readonly [string, OpenAPIV3.LinkObject])[] {
    const { http, operation, context } = source;
    const isList = operation.response?.collection === true;
    if (!isList && http.status !== 201) return [];
    const all = onItems.get(`${context.context} ${http.path}`) ?? [];
    const targets = isList
      ? all.filter((target) => target.http.method === "get" && target.http.path.endsWith("}"))
      : all;
    return targets.flatMap((target) => {
      const key = keyOf(source, target);
      if (key === undefined) return [];
      return link(source, target, {
        [key.parameter]: `$response.body#${isList ? "/items/0" : ""}/${key.property}`,
      });
    });
  }

  function toProgress(source: SurfaceOperation) {
    const id = source.operation.progress?.operation;
    const target = bySubject.get(`${source.context.context}/operation/${id}`);
    if (target === undefined) return [];
    const key = keyOf(source, target);
    return link(source, target, key && { [key.parameter]: `$response.body#/${key.property}` });
  }

  function link(
    source: SurfaceOperation,
    target: SurfaceOperation,
    own: Readonly<Record<string, string>> = {},
  ): readonly (readonly [string, OpenAPIV3.LinkObject])[] {
    const operationId = names.get(target.subject);
    if (operationId === undefined) return [];
    const parameters: Record<string, string> = { ...own };
    for (const name of namesIn(target.http.path)) {
      if (parameters[name] !== undefined) continue;
      if (!namesIn(source.http.path).includes(name)) return [];
      parameters[name] = `$request.path.${name}`;
    }
    const description = markdownText(target.operation.name);
    return [[operationId, { operationId, description, parameters }]];
  }

  return {
    of(source) {
      const own = names.get(source.subject);
      const isPaged = source.operation.response?.collection === true && isCursor;
      return Object.fromEntries([
        ...toItems(source),
        ...toProgress(source),
        ...(isPaged && own !== undefined
          ? link(source, source, { cursor: "$response.body#/nextCursor" }).map(
              ([, next]) => ["nextPage", { ...next, description: "The next page" }] as const,
            )
          : []),
      ]);
    },
  };
}

/** `context /orders` of `/orders/{orderId}/cancel`: where the last thing in the path is listed. */
function collectionOf({ context, http }: SurfaceOperation): string | undefined {
  const last = http.path.lastIndexOf("/{");
  return last <= 0 ? undefined : `${context.context} ${http.path.slice(0, last)}`;
}

/** The property of an answer that the last parameter of the target's path is. */
function keyOf(
  { context, operation }: SurfaceOperation,
  target: SurfaceOperation,
): { readonly parameter: string; readonly property: string } | undefined {
  const schema = context.schemas.find(({ id }) => id === operation.response?.schema);
  const name = namesIn(target.http.path).at(-1);
  const parameter = target.operation.parameters.find(
    (candidate) => candidate.in === "path" && candidate.name === name,
  );
  if (schema === undefined || name === undefined) return undefined;
  const properties = bodyView(context, schema, "response").filter(
    ({ many, nestedSchema, required }) => !many && nestedSchema === undefined && required,
  );
  const isSame = schema.entity !== undefined && schema.entity === target.operation.entity;
  const found =
    properties.find(
      ({ field }) => isSame && field !== undefined && field.id === parameter?.field,
    ) ??
    properties.find(({ wireName }) => wireName === name) ??
    properties.find(({ wireName, field }) => wireName === "id" && field === undefined);
  return found && { parameter: name, property: found.wireName };
}

function namesIn(path: string): readonly string[] {
  return [...path.matchAll(/\{([^}]+)\}/g)].flatMap(([, name]) => name ?? []);
}
