import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A reference of an AsyncAPI document leaves it. */
export const externalAsyncapiReference = declareDiagnostic<{
  readonly path: string;
  readonly target: string;
}>({
  code: "asyncapi/external-reference",
  severity: "error",
  message: ({ path, target }) => `${path} refers to "${target}", which is outside the document`,
  fix: "put what it refers to under `components` and refer to that",
});
