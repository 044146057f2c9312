import type { ContextDesign, Design, Operation } from "./design.ts";

/**
 * What a client changes to get from an operation to the one that replaces it, one Markdown sentence
 * each; none where nothing does.
 */
export function migrationSteps(
  { contexts }: Design,
  home: string,
  operation: Operation,
): readonly string[] {
  const [there = "", id] = operation.replacedBy?.split("/") ?? [];
  const before = contexts.find(({ context }) => context === home);
  const after = contexts.find(({ context }) => context === there);
  const next = after?.operations.find((candidate) => candidate.id === id);
  if (before === undefined || after === undefined || next === undefined) return [];
  return [
    `Call ${routeOf(next)} (${next.name}) instead of ${routeOf(operation)}.`,
    ...difference(
      "parameters",
      operation.parameters.map(({ name }) => name),
      next.parameters.map(({ name }) => name),
    ),
    ...difference(
      "properties of the request",
      propertiesOf(before, operation.request?.schema),
      propertiesOf(after, next.request?.schema),
    ),
    ...difference(
      "properties of the answer",
      propertiesOf(before, operation.response?.schema),
      propertiesOf(after, next.response?.schema),
    ),
    ...difference("permissions", operation.auth.permissions, next.auth.permissions),
    ...(operation.http?.status === next.http?.status || next.http === undefined
      ? []
      : [`Success is ${next.http.status}.`]),
  ];
}

function routeOf({ http, id }: Operation): string {
  return http === undefined ? `\`${id}\`` : `\`${http.method.toUpperCase()} ${http.path}\``;
}

function propertiesOf({ schemas }: ContextDesign, id: string | undefined): readonly string[] {
  const schema = schemas.find((candidate) => candidate.id === id);
  return (schema?.properties ?? []).map((property) => property.name ?? property.id);
}

function difference(
  what: string,
  before: readonly string[],
  after: readonly string[],
): readonly string[] {
  const gone = before.filter((name) => !after.includes(name));
  const added = after.filter((name) => !before.includes(name));
  return [
    ...(gone.length === 0 ? [] : [`Gone from the ${what}: ${coded(gone)}.`]),
    ...(added.length === 0 ? [] : [`New among the ${what}: ${coded(added)}.`]),
  ];
}

function coded(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
