import { declareDiagnostic } from "../../../diagnostics/declare-diagnostic.ts";

/** A key of `content` is no media type. */
export const invalidMediaType = declareDiagnostic<{
  readonly path: string;
  readonly mediaType: string;
}>({
  code: "openapi/invalid-media-type",
  severity: "error",
  message: ({ path, mediaType }) => `${path} names "${mediaType}" as a media type, which it is not`,
  fix: "write type/subtype, for example application/json",
});
