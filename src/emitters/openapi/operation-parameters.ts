import type { OpenAPIV3 } from "openapi-types";
import type { Parameter, System } from "../../design/design.ts";
import { type ResolvedProperty, resolveProperty } from "../../design/resolve-property.ts";
import { toTitle } from "../../util/naming.ts";
import type { SurfaceOperation } from "./api-surface.ts";
import type { ComponentRegistry } from "./component-registry.ts";
import { exampleValue } from "../../artifacts/contract/example-value.ts";
import { markdownText } from "../../artifacts/contract/markdown-text.ts";
import type { OriginRecorder } from "../../artifacts/contract/origin-recorder.ts";
import { listParameters } from "./list-parameters.ts";
import { sharedParameters } from "./shared-parameters.ts";
import { valueSchema } from "../../artifacts/contract/value-schema.ts";

type ParameterEntry = OpenAPIV3.ParameterObject | OpenAPIV3.ReferenceObject;

/** A header parameter of these names is ignored (OAS 3.0.3, Parameter Object): body and auth say it. */
const IGNORED_HEADERS = new Set(["accept", "content-type", "authorization"]);

/** What the Design declares, then what the API policy adds. */
export function operationParameters(
  entry: SurfaceOperation,
  system: System,
  components: ComponentRegistry,
  recorder: OriginRecorder,
  tokens: readonly string[],
): readonly ParameterEntry[] {
  const { context, operation, subject, http } = entry;
  const scope = { context, entity: operation.entity, owner: subject };
  const declared = distinct(operation.parameters).map((parameter, index) => {
    const resolved = resolveProperty(parameter, scope);
    recorder.mark([...tokens, index], resolved.subject);
    return parameterObject(parameter, resolved, exampleValue(context, textual(resolved), 0));
  });
  const taken = new Set(declared.map((parameter) => key(parameter)));
  const added = sharedParameters(system.api, {
    isPaged: operation.response?.collection === true && http.status !== 204,
    isKeyed: operation.idempotency.mode === "key",
  })
    .filter(({ parameter }) => !taken.has(key(parameter)))
    .map(({ name, parameter }) => {
      recorder.mark(["components", "parameters", name], "system/api");
      return components.refer("parameters", name, () => parameter);
    });
  const chosen = listParameters(entry).filter((parameter) => !taken.has(key(parameter)));
  return [...declared, ...chosen, ...added];
}

function parameterObject(
  parameter: Parameter,
  resolved: ResolvedProperty,
  example: unknown,
): OpenAPIV3.ParameterObject {
  return {
    name: parameter.name,
    in: parameter.in,
    description: markdownText(resolved.description ?? `${toTitle(parameter.id)}.`),
    // A path without one of its segments is another path.
    required: parameter.in === "path" || parameter.required,
    schema: valueSchema(textual(resolved).value),
    example,
  };
}

/** No style of a parameter carries an object that may hold anything: it goes as text. */
function textual(resolved: ResolvedProperty): ResolvedProperty {
  const { value } = resolved;
  if (value.type !== "json") return resolved;
  return { ...resolved, value: { ...value, type: "string", samples: [] } };
}

function distinct(parameters: readonly Parameter[]): readonly Parameter[] {
  const seen = new Set<string>();
  return parameters.filter((parameter) => {
    const name = key(parameter);
    if (seen.has(name)) return false;
    seen.add(name);
    return parameter.in !== "header" || !IGNORED_HEADERS.has(parameter.name.toLowerCase());
  });
}

function key(parameter: { readonly in: string; readonly name: string }): string {
  return parameter.in === "header"
    ? `header ${parameter.name.toLowerCase()}`
    : `${parameter.in} ${parameter.name}`;
}
