import { apiBasePath } from "../../design/api-base-path.ts";
import type { ContextDesign, Operation, System } from "../../design/design.ts";
import { resolveProperty } from "../../design/resolve-property.ts";
import { exampleValue } from "./example-value.ts";

/** The path that an operation is called at, with samples in the place of its parameters. */
export function examplePath(
  context: ContextDesign,
  { entity, http, parameters }: Operation,
  api: System["api"],
): string {
  const scope = { context, entity, owner: context.context };
  const path = (http?.path ?? "").replaceAll(/\{([^}]+)\}/g, (_, name: string) => {
    const parameter = parameters.find((one) => one.in === "path" && one.name === name);
    if (parameter === undefined) return "1";
    const value = exampleValue(context, resolveProperty(parameter, scope), 0);
    return encodeURIComponent(String(value).toWellFormed());
  });
  return `${apiBasePath(api)}${path}`;
}
