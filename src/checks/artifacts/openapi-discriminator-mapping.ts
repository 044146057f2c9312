import { toPointer } from "../../util/json-pointer.ts";
import type { ArtifactCheck } from "../artifact-check.ts";
import { checkDocuments } from "./openapi/check-documents.ts";
import { discriminatorMapping } from "./openapi/discriminator-mapping.ts";
import { listOf } from "./openapi/list-of.ts";
import { recordOf } from "./openapi/record-of.ts";
import { walkSchemas } from "./openapi/walk-schemas.ts";

/** A discriminator chooses among the forms beside it, by the names of their schemas (OAS 3.0.3). */
export const openapiDiscriminatorMappingCheck: ArtifactCheck = checkDocuments(
  discriminatorMapping,
  ({ root }) =>
    walkSchemas(root).flatMap(({ schema, pointer }) => {
      if (typeof schema["discriminator"] !== "object") return [];
      const forms = ["oneOf", "anyOf"].flatMap((key) => listOf(schema[key]));
      if (forms.length === 0) return [];
      const refs = forms.map((form) => recordOf(form)["$ref"]);
      const mapping = recordOf(recordOf(schema["discriminator"])["mapping"]);
      const nameless = refs.includes(undefined)
        ? [{ pointer, problem: "a form beside the discriminator has no name to be chosen by" }]
        : [];
      const strays = Object.entries(mapping)
        .filter(
          ([, target]) =>
            !refs.includes(target) && !refs.includes(`#/components/schemas/${String(target)}`),
        )
        .map(([value, target]) => ({
          pointer: `${pointer}${toPointer(["discriminator", "mapping", value])}`,
          problem: `"${value}" is mapped to ${String(target)}, which is none of the forms beside it`,
        }));
      return [...nameless, ...strays];
    }),
);
