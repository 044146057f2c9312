import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A document refers to the network or to another file. */
export const externalReference = declareDiagnostic<{
  readonly path: string;
  readonly target: string;
}>({
  code: "openapi/external-reference",
  severity: "error",
  message: ({ path, target }) => `${path} refers to ${target}, which is outside the document`,
  fix: "put what it refers to under components and refer to it with #/components/…",
});
