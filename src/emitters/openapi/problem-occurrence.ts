import { examplePath } from "../../artifacts/contract/example-path.ts";
import { bodyView } from "../../artifacts/contract/body-view.ts";
import type { System } from "../../design/design.ts";
import type { SurfaceOperation } from "./api-surface.ts";

/** What is wrong with one part of a request. */
interface Fault {
  readonly detail: string;
  /** Into the body (RFC 6901, as a fragment); the example of RFC 9457 §3. */
  readonly pointer?: string;
  readonly parameter?: string;
}

/** The members of a problem that one operation fills: where it happened, and what was wrong. */
export function problemOccurrence(
  status: number,
  entry: SurfaceOperation,
  api: System["api"],
): { readonly instance: string; readonly errors?: readonly Fault[] } {
  const fault = status === 400 || status === 422 ? faultOf(status, entry) : undefined;
  return {
    instance: examplePath(entry.context, entry.operation, api),
    ...(fault === undefined ? {} : { errors: [fault] }),
  };
}

function faultOf(
  status: number,
  { context, operation, http }: SurfaceOperation,
): Fault | undefined {
  const schema = context.schemas.find(({ id }) => id === operation.request?.schema);
  const isBodied = schema !== undefined && http.method !== "get" && http.method !== "delete";
  const variant = context.schemas.find(({ id }) => id === schema?.variants?.schemas[0]);
  const properties = isBodied ? bodyView(context, variant ?? schema, "request") : [];
  const property = properties.find(({ required }) => required) ?? properties[0];
  if (property !== undefined) {
    const pointer = `#/${property.wireName}`;
    if (status === 422) return { pointer, detail: "breaks a rule of the business" };
    const isMissing = property.required;
    return { pointer, detail: isMissing ? "is required" : "has a value that is not allowed" };
  }
  const parameter = operation.parameters.find((candidate) => candidate.in !== "header");
  if (parameter !== undefined)
    return { parameter: parameter.name, detail: "has a value that is not allowed" };
  if (operation.response?.collection === true)
    return { parameter: "limit", detail: "is more than a page may hold" };
  return undefined;
}
