import { API_HOST } from "../../artifacts/contract/api-host.ts";
import { bodyExample } from "../../artifacts/contract/body-example.ts";
import { exampleValue } from "../../artifacts/contract/example-value.ts";
import { jsonMediaType } from "../../artifacts/contract/media-types.ts";
import { apiBasePath } from "../../design/api-base-path.ts";
import type { ContextDesign, Design, Operation } from "../../design/design.ts";
import { operationsOf } from "../../design/operations-of.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { CREDENTIAL_HEADERS } from "./credential-headers.ts";

interface Candidate {
  readonly context: ContextDesign;
  readonly operation: Operation;
}

/**
 * What a client in TypeScript needs of the template: a list to page through and a command to send
 * once, both public, with values of the samples as literals. Nothing where there is neither.
 */
export function clientExample(design: Design): object | undefined {
  const { api, auth } = design.system;
  const open = operationsOf(design).filter(
    ({ operation: { http, exposure } }) => http !== undefined && exposure === "public",
  );
  const list = choose(
    open.filter(({ operation: { http, response } }) => {
      return http?.method === "get" && response?.collection === true;
    }),
  );
  const command = choose(
    open.filter(({ operation: { http, request } }) => http?.method === "post" && request),
    ({ operation: { idempotency } }) => idempotency.mode === "key",
  );
  if (list === undefined && command === undefined) return undefined;
  const own = command ?? list;
  const mechanism = auth.mechanisms.find(({ id }) => own?.operation.auth.mechanisms.includes(id));
  const [header, value] =
    mechanism === undefined ? [] : CREDENTIAL_HEADERS[mechanism.kind].split(/: (.*)/s);
  return {
    contract: design.contexts.some(({ context }) => context === "gateway")
      ? "openapi/gateway.public.yaml"
      : "openapi/gateway.yaml",
    base: JSON.stringify(`https://${API_HOST}${apiBasePath(api)}`),
    header: header === undefined ? "" : JSON.stringify(header),
    credential: literalOf(value ?? ""),
    secret: /\$([A-Z_]+)/.exec(value ?? "")?.[1] ?? "",
    style: api.pagination.style,
    list: list === undefined ? "" : callOf(list, design),
    command: command === undefined ? "" : callOf(command, design),
  };
}

/** The one that is preferred and needs no id of something else, as far as there is one. */
function choose(
  candidates: readonly Candidate[],
  isPreferred: (candidate: Candidate) => boolean = () => true,
): Candidate | undefined {
  const isPlain = ({ operation }: Candidate) => !operation.http?.path.includes("{");
  return (
    candidates.find((one) => isPreferred(one) && isPlain(one)) ??
    candidates.find(isPreferred) ??
    candidates.find(isPlain) ??
    candidates[0]
  );
}

function callOf({ context, operation }: Candidate, { system }: Design): object {
  const scope = { context, entity: operation.entity, owner: context.context };
  const schema = context.schemas.find(({ id }) => id === operation.request?.schema);
  function members(place: "path" | "query" | "header"): string {
    return operation.parameters
      .filter((parameter) => parameter.in === place && parameter.required)
      .map((parameter) => {
        const value = exampleValue(context, resolveProperty(parameter, scope), 0);
        return `${JSON.stringify(parameter.name)}: ${JSON.stringify(value)}`;
      })
      .join(", ");
  }
  const { versioning, idempotency, pagination } = system.api;
  return {
    name: operation.name,
    path: JSON.stringify(operation.http?.path ?? ""),
    pathMembers: members("path"),
    queryMembers: members("query"),
    headerMembers: [
      members("header"),
      versioning.scheme === "header" ? `"API-Version": ${JSON.stringify(versioning.current)}` : "",
    ]
      .filter((text) => text !== "")
      .join(", "),
    limit: pagination.defaultLimit,
    key: operation.idempotency.mode === "key" ? JSON.stringify(idempotency.header) : "",
    hasAnswer: operation.response !== undefined,
    mediaType: versioning.scheme === "media-type" ? JSON.stringify(jsonMediaType(system)) : "",
    body:
      schema === undefined
        ? "{}"
        : JSON.stringify(bodyExample(context, schema, "request"), null, 2).replaceAll(
            "\n",
            "\n      ",
          ),
  };
}

/** `Bearer $TOKEN` as a template literal. */
function literalOf(value: string): string {
  return `\`${value.replace(/\$([A-Z_]+)/g, (_, name: string) => `\${process.env.${name}}`)}\``;
}
