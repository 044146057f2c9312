import { authDiagrams } from "../../artifacts/mermaid/auth-diagrams.ts";
import { apiBasePath } from "../../design/api-base-path.ts";
import type { ContextDesign, Design, Operation } from "../../design/design.ts";
import { clientExample } from "./client-example.ts";
import { CREDENTIAL_HEADERS } from "./credential-headers.ts";
import { named } from "./named.ts";
import { messagingGuide } from "./messaging-guide.ts";
import { type ContextLinks, packageLinks } from "./package-links.ts";
import { requestExample } from "./request-example.ts";

/** What the template of the API guide needs. */
export function apiGuideView(design: Design): object {
  const { system } = design;
  const { api, auth } = system;
  const links = packageLinks(design);
  const commands = design.contexts
    .flatMap(({ operations }) => operations)
    .filter(({ kind }) => kind === "command");
  return {
    title: system.title,
    api,
    commands: commands.length,
    keyed: commands.filter(({ idempotency }) => idempotency.mode === "key").length,
    basePath: apiBasePath(api) || "/",
    deprecated: design.contexts.flatMap(({ context, operations }) =>
      operations
        .filter(({ deprecated, sunset }) => deprecated !== undefined || sunset !== undefined)
        .map((operation) => ({
          name: operation.name,
          context: named([context], system.contexts),
          deprecated: operation.deprecated ?? "–",
          sunset: operation.sunset ?? "–",
          replacedBy: replacement(operation, design),
        })),
    ),
    errors: api.errors.map(({ id, status, name, retryable, clientAction }) => ({
      status,
      name,
      type: `${api.problemBase.replace(/\/$/, "")}/${id}`,
      retryable: retryable ? "yes" : "no",
      clientAction,
    })),
    audiences: api.audiences.map(({ name, description }) => ({ name, description })),
    rateLimits: api.rateLimits.map(({ audience, requestsPerMinute, burst }) => ({
      audience: named([audience], api.audiences),
      requestsPerMinute,
      burst,
    })),
    mechanisms: auth.mechanisms.map((mechanism) => ({
      name: mechanism.name,
      kind: kindText(mechanism),
      clients: named(mechanism.audiences, api.audiences) || "all",
      sentAs: CREDENTIAL_HEADERS[mechanism.kind],
      description: mechanism.description,
      access:
        mechanism.accessTokenMinutes === undefined ? "–" : `${mechanism.accessTokenMinutes} min`,
      refresh:
        mechanism.refreshTokenDays === undefined ? "–" : `${mechanism.refreshTokenDays} days`,
    })),
    proofs: authDiagrams(design).map(({ title, text }) => ({ title, diagram: text.trim() })),
    roles: auth.roles.map(({ name, description, actors }) => ({
      name,
      description,
      actors: named(actors, system.actors) || "nobody yet",
    })),
    permissions: auth.permissions.map(({ id, name, description }) => ({
      name,
      description,
      cells: auth.roles.map(({ permissions }) => (permissions.includes(id) ? "yes" : "–")),
    })),
    client: clientExample(design) ?? "",
    ...messagingGuide(design),
    contexts: design.contexts
      .filter(({ operations }) => operations.length > 0)
      .map((context) => contextView(context, design, links.contexts.get(context.context))),
  };
}

function contextView(
  context: ContextDesign,
  design: Design,
  links: ContextLinks | undefined,
): object {
  const { auth, api } = design.system;
  return {
    name: named([context.context], design.system.contexts),
    openapi: links?.openapi ?? "",
    asyncapi: links?.asyncapi ?? "",
    graphql: links?.graphql ?? "",
    operations: context.operations.map((operation) => ({
      name: operation.name,
      call:
        operation.http === undefined
          ? operation.kind
          : `${operation.http.method.toUpperCase()} ${operation.http.path}`,
      exposure: operation.exposure,
      access: accessText(operation, design),
      clients: named(operation.audiences, api.audiences) || "–",
      permissions: auth.permissions
        .filter(({ id }) => operation.auth.permissions.includes(id))
        .map(({ name }) => name),
      idempotency: idempotencyText(operation),
      errors:
        api.errors
          .filter(({ id }) => operation.errors.includes(id))
          .map(({ status }) => status)
          .filter((status, index, all) => all.indexOf(status) === index)
          .sort((a, b) => a - b)
          .join(", ") || "–",
      budget: operation.latencyBudgetMs === undefined ? "–" : `${operation.latencyBudgetMs} ms`,
    })),
    example: requestExample(context, design),
  };
}

function accessText({ auth }: Operation, { system }: Design): string {
  if (auth.mechanisms.length > 0) return named(auth.mechanisms, system.auth.mechanisms);
  return auth.publicReason === undefined ? "everybody" : `everybody: ${auth.publicReason}`;
}

function kindText({ kind, flow }: Design["system"]["auth"]["mechanisms"][number]): string {
  return flow === undefined ? kind : `${kind}, ${flow.replace("-", " ")}`;
}

function idempotencyText({ idempotency }: Operation): string {
  switch (idempotency.mode) {
    case "natural":
      return "by nature";
    case "key":
      return "with a key";
    case "none":
      return "no";
    default:
      return idempotency.mode satisfies never;
  }
}

function replacement({ replacedBy }: Operation, { contexts }: Design): string {
  if (replacedBy === undefined) return "–";
  const [context, id] = replacedBy.split("/");
  const found = contexts
    .find((candidate) => candidate.context === context)
    ?.operations.find((operation) => operation.id === id);
  return found?.name ?? replacedBy;
}
