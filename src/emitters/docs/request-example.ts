import type { BodySchema, ContextDesign, Design, Operation } from "../../design/design.ts";
import { bodyExample } from "../../artifacts/contract/body-example.ts";
import { exampleValue } from "../../artifacts/contract/example-value.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { toKebab } from "../../util/naming.ts";
import { CREDENTIAL_HEADERS } from "./credential-headers.ts";

/** RFC 2606: the Design does not say where the system will run. */
export const HOST = "https://api.example.com";

/** A curl command for the most telling operation of a context; empty without HTTP operations. */
export function requestExample(context: ContextDesign, design: Design): string {
  const operation =
    context.operations.find(
      ({ http, request }) => http?.method === "post" && request !== undefined,
    ) ?? context.operations.find(({ http }) => http !== undefined);
  if (operation?.http === undefined) return "";
  const { method } = operation.http;
  const lines = [
    `curl -X ${method.toUpperCase()} ${quoted(urlOf(operation, context, design))}`,
    ...headersOf(operation, design).map((header) => `  -H ${quoted(header)}`),
  ];
  const schema = context.schemas.find(({ id }) => id === operation.request?.schema);
  if (schema !== undefined) {
    const media = mediaTypeOf(design, method, schema);
    lines.push(`  -H ${quoted(`Content-Type: ${media}`)}`);
    lines.push(`  -d ${quoted(JSON.stringify(bodyExample(context, schema, "request"), null, 2))}`);
  }
  return lines.join(" \\\n");
}

function urlOf(operation: Operation, context: ContextDesign, { system }: Design): string {
  const { basePath, versioning } = system.api;
  const version = versioning.scheme === "path" ? `/${versioning.current}` : "";
  const scope = { context, entity: operation.entity, owner: context.context };
  const values = new Map(
    operation.parameters.map((parameter) => {
      const resolved = resolveProperty(parameter, scope);
      return [
        parameter.name,
        encodeURIComponent(String(exampleValue(context, resolved, 0))),
      ] as const;
    }),
  );
  const path = (operation.http?.path ?? "").replace(
    /\{([^}]*)\}/g,
    (_, name: string) => values.get(name) ?? "1",
  );
  const query = operation.parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map(({ name }) => `${name}=${values.get(name) ?? ""}`);
  const isPaged = operation.response?.collection === true;
  const page = isPaged ? [`limit=${system.api.pagination.defaultLimit}`] : [];
  const all = [...query, ...page].join("&");
  return `${HOST}${basePath}${version}${path}${all === "" ? "" : `?${all}`}`;
}

function headersOf(operation: Operation, design: Design): readonly string[] {
  const { api, auth } = design.system;
  const mechanism = auth.mechanisms.find(({ id }) => operation.auth.mechanisms.includes(id));
  return [
    ...(mechanism === undefined ? [] : [CREDENTIAL_HEADERS[mechanism.kind]]),
    ...(api.versioning.scheme === "header" ? [`API-Version: ${api.versioning.current}`] : []),
    ...(operation.idempotency.mode === "key"
      ? [`${api.idempotency.header}: 0f8fad5b-d9cb-469f-a165-70867728950e`]
      : []),
  ];
}

function mediaTypeOf({ system }: Design, method: string, schema: BodySchema): string {
  if (method === "patch" && schema.purpose === "update") return "application/merge-patch+json";
  const { scheme, current } = system.api.versioning;
  if (scheme !== "media-type") return "application/json";
  return `application/vnd.${toKebab(system.title)}.${current}+json`;
}

/** In single quotes for a POSIX shell; a variable stays readable because `$` is left to the reader. */
function quoted(text: string): string {
  return text.includes("$") && !/["`\\']/.test(text) && !text.includes("\n")
    ? `"${text}"`
    : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
