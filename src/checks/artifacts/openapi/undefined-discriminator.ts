import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** The property that tells the forms of a body apart is not in one of them. */
export const undefinedDiscriminator = declareDiagnostic<{
  readonly path: string;
  readonly property: string;
}>({
  code: "openapi/undefined-discriminator",
  severity: "error",
  message: ({ path, property }) =>
    `a schema in ${path} is told apart by "${property}", which a form of it does not require`,
  fix: "add the property to every form and require it there",
});
