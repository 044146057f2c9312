import { declareDiagnostic } from "../../diagnostics/declare-diagnostic.ts";

/** Two operations of one document answer to the same method and path. */
export const duplicateRoute = declareDiagnostic<{
  readonly route: string;
  readonly path: string;
  readonly first: string;
}>({
  code: "openapi/duplicate-route",
  severity: "error",
  message: ({ route, path, first }) =>
    `${route} is already the route of ${first} in ${path}, so this operation is left out there`,
  fix: "give one of the two operations another path or another method",
});
