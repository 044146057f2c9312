import type { ContextDesign, Design, Operation } from "../../design/design.ts";
import { API_HOST } from "../../artifacts/contract/api-host.ts";
import { bodyExample } from "../../artifacts/contract/body-example.ts";
import { examplePath } from "../../artifacts/contract/example-path.ts";
import { exampleValue } from "../../artifacts/contract/example-value.ts";
import { requestMediaType } from "../../artifacts/contract/media-types.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { CREDENTIAL_HEADERS } from "./credential-headers.ts";

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
    const media = requestMediaType(design.system, method, schema);
    lines.push(`  -H ${quoted(`Content-Type: ${media}`)}`);
    lines.push(`  -d ${quoted(JSON.stringify(bodyExample(context, schema, "request"), null, 2))}`);
  }
  return lines.join(" \\\n");
}

function urlOf(operation: Operation, context: ContextDesign, { system }: Design): string {
  const scope = { context, entity: operation.entity, owner: context.context };
  const query = operation.parameters
    .filter((parameter) => parameter.in === "query" && parameter.required)
    .map((parameter) => {
      const value = exampleValue(context, resolveProperty(parameter, scope), 0);
      return `${parameter.name}=${encodeURIComponent(String(value))}`;
    });
  const isPaged = operation.response?.collection === true;
  const page = isPaged ? [`limit=${system.api.pagination.defaultLimit}`] : [];
  const all = [...query, ...page].join("&");
  const path = examplePath(context, operation, system.api);
  return `https://${API_HOST}${path}${all === "" ? "" : `?${all}`}`;
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

/** In single quotes for a POSIX shell; a variable stays readable because `$` is left to the reader. */
function quoted(text: string): string {
  return text.includes("$") && !/["`\\']/.test(text) && !text.includes("\n")
    ? `"${text}"`
    : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
